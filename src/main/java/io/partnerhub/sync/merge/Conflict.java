package io.partnerhub.sync.merge;

import io.partnerhub.mapping.FieldRule;
import io.partnerhub.mapping.Transitions;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Origin;
import java.time.Instant;

/**
 * Whose value counts, by the field's rule.
 *
 * @param notBefore earliest time of the edit that is judged
 * @param notAfter latest time of the edit that is judged
 */
record Conflict(Tolerances tolerances, Instant notBefore, Instant notAfter) {

  /** What is to be done with an edit. */
  enum Settlement {
    ACCEPT,
    /** What was added and removed counts, not the whole value. */
    MERGE,
    REFUSE,
    /** News of an earlier step: nothing follows but that the agreed value is shown there. */
    LATE,
    HOLD,
    /** No step leads there. */
    ILLEGAL
  }

  /**
   * Settles an edit.
   *
   * @param moved the agreed value is no longer what the edit started from
   * @param agreed where the agreed value is from; null when it is empty
   * @param ownerIsLinked the field's owner, if it has one, has a copy of the record
   */
  Settlement settle(
      FieldRule rule, SystemName system, boolean moved, boolean ownerIsLinked, Origin agreed) {
    if (rule instanceof FieldRule.Owner owner) {
      boolean counts = owner.system().equals(system) || (!ownerIsLinked && !moved);
      return counts ? Settlement.ACCEPT : Settlement.REFUSE;
    }
    if (rule instanceof FieldRule.Derived) {
      return Settlement.REFUSE;
    }
    if (rule instanceof FieldRule.Union) {
      return Settlement.MERGE;
    }
    if (!moved) {
      return Settlement.ACCEPT;
    }
    if (rule instanceof FieldRule.Prefer prefer) {
      return prefer.system().equals(system) ? Settlement.ACCEPT : Settlement.REFUSE;
    }
    return rule instanceof FieldRule.Latest ? later(agreed, Settlement.REFUSE) : Settlement.HOLD;
  }

  /**
   * Settles an edit of a status.
   *
   * @param base the agreed value that the edit started from; null when it is not known
   * @param from where the agreed value is from; null when it is empty
   */
  Settlement step(Transitions steps, String base, String agreed, String value, Origin from) {
    if (agreed == null) {
      return Settlement.ACCEPT;
    }
    if (value == null) {
      return Settlement.ILLEGAL;
    }
    boolean forward = steps.reaches(agreed, value);
    boolean backward = steps.reaches(value, agreed);
    boolean moved = !agreed.equals(base);
    if (forward && (!backward || !moved)) {
      return Settlement.ACCEPT;
    }
    if (!moved || !backward) {
      return Settlement.ILLEGAL;
    }
    if (forward) {
      return later(from, Settlement.LATE);
    }
    return base == null || steps.reaches(base, value) ? Settlement.LATE : Settlement.ILLEGAL;
  }

  /**
   * The same for another edit.
   *
   * @param origin null where nothing tells when it was made
   * @param readAt when it had been read already
   */
  Conflict of(Origin origin, Instant readAt) {
    return origin == null
        ? new Conflict(tolerances, Instant.EPOCH, readAt)
        : new Conflict(tolerances, origin.notBefore(), origin.notAfter());
  }

  Origin origin(SystemName system, long reading, String rule) {
    return new Origin(system, reading, rule, notBefore, notAfter);
  }

  /** Whether the edit is certainly the later one, or certainly the earlier one. */
  private Settlement later(Origin agreed, Settlement ifEarlier) {
    if (agreed == null) {
      return Settlement.ACCEPT;
    }
    if (contradict(notBefore, notAfter) || contradict(agreed.notBefore(), agreed.notAfter())) {
      return Settlement.HOLD;
    }
    if (notBefore.isAfter(agreed.notAfter().plus(tolerances.clocks()))) {
      return Settlement.ACCEPT;
    }
    if (agreed.notBefore().isAfter(notAfter.plus(tolerances.clocks()))) {
      return ifEarlier;
    }
    return Settlement.HOLD;
  }

  /** The stamp is older than a read that did not show the edit: one of them is not its time. */
  private static boolean contradict(Instant notBefore, Instant notAfter) {
    return notBefore.isAfter(notAfter);
  }
}
