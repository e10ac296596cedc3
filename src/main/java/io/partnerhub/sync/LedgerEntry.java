package io.partnerhub.sync;

import io.partnerhub.model.SystemName;
import java.time.Instant;
import java.util.List;

/**
 * One line of the ledger: what was decided about one record at one moment, and from what.
 *
 * @param record the hub's id of the record; 0 for a stray copy
 * @param event what happened, in one word
 * @param reading tick of the read that led to it; 0 when none did
 * @param attempt the attempt it concerns; 0 when none
 * @param stamp the system's own stamp of the copy; null when not known
 * @param decisions field by field
 * @param note a sentence for people; null when the decisions say it all
 * @param version of the copy that was read, as its system counts them; null when not known
 * @param by who saved that copy last, as its system names people; null when not known
 */
public record LedgerEntry(
    long record,
    SystemName system,
    Event event,
    long reading,
    long attempt,
    Instant stamp,
    List<Decision> decisions,
    String note,
    String version,
    String by) {

  /** What no copy that was just read led to. */
  public LedgerEntry(
      long record,
      SystemName system,
      Event event,
      long reading,
      long attempt,
      Instant stamp,
      List<Decision> decisions,
      String note) {
    this(record, system, event, reading, attempt, stamp, decisions, note, null, null);
  }

  /** What no read and no attempt led to: a sentence alone. */
  public static LedgerEntry of(long record, SystemName system, Event event, String note) {
    return new LedgerEntry(record, system, event, 0, 0, null, List.of(), note);
  }

  /** The events. */
  public enum Event {
    OBSERVED,
    /** Derived fields were worked out from other records. */
    DERIVED,
    STRAY,
    /** A person decided what was held. */
    CHOSEN,
    /** Too much changed at once: the guard waits for a person. */
    STOPPED,
    WRITTEN,
    REJECTED,
    DUPLICATE,
    RETRY_LATER,
    GONE,
    UNKNOWN,
    SUPERSEDED,
    /** The write became a dead letter. */
    GIVEN_UP,
    ESCALATED,
    /** An admin had a dead letter's write tried again. */
    REPLAYED,
    /** An admin put a dead letter away. */
    DISCARDED,
    /** An admin brought a discarded letter back. */
    RESTORED,
    /** An admin said who cares for a dead letter. */
    ASSIGNED
  }
}
