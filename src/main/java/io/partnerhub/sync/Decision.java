package io.partnerhub.sync;

/**
 * One judgement on one field, for the ledger.
 *
 * @param field the field; null when it concerns the whole record
 * @param was the value before; null for empty
 * @param is the value now; null for empty
 * @param because the rule or reason, in words
 */
public record Decision(Verdict verdict, String field, String was, String is, String because) {

  /** How the reason begins where people deleted a copy, not the hub. */
  public static final String DELETED_BY_PEOPLE = "deleted in ";

  /** What came of it. */
  public enum Verdict {
    /** The edit became the agreed value. */
    ACCEPTED,
    /** The edit was what the others already had. */
    SAME,
    /** The edit yields by its rule, and the agreed value is written back. */
    REFUSED,
    /** News of a step that the others are past: it changes nothing, the agreed value is shown. */
    LATE,
    /** Nobody's value is written until someone decides. */
    HELD,
    /** A held field is free again. */
    RELEASED,
    /** A person decided. */
    CHOSEN,
    /** The system's own rendering of what the hub wrote. */
    LEARNT,
    /** A write carried the value. */
    SENT,
    /** The copy is known from now on. */
    LINKED,
    /** The copy is no longer known; of a field: its value is another without it. */
    UNLINKED,
    /** The copy was deleted. */
    DELETED
  }
}
