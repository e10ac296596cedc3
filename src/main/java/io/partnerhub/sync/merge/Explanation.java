package io.partnerhub.sync.merge;

import io.partnerhub.sync.AgreedRecord;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.Origin;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The ledger's line for a write: each field with the observation and the rule behind its value. */
public final class Explanation {

  private Explanation() {}

  /** A write that was answered. */
  public static LedgerEntry of(AgreedRecord record, Attempt attempt) {
    return entry(record, attempt, LedgerEntry.Event.WRITTEN, attempt.action().inWords());
  }

  /** A write without an answer, of which a read has told. */
  public static LedgerEntry found(Endings endings, Attempt attempt, Observation seen) {
    AgreedRecord record = endings.dossier().record();
    if (attempt.action() == Write.Action.DELETE && seen.deleted()) {
      return deleted(endings, attempt);
    }
    if (seen.deleted() && Deletion.isLookedFor(attempt)) {
      String note = "no longer where it was; looked for where the hub's move was to take it";
      return entry(record, attempt, LedgerEntry.Event.UNKNOWN, note);
    }
    boolean landed =
        !seen.deleted()
            && attempt.fields().stream()
                .allMatch(f -> Objects.equals(attempt.values().get(f), seen.values().get(f)));
    return landed
        ? entry(
            record,
            attempt,
            LedgerEntry.Event.WRITTEN,
            attempt.action().inWords() + "; no answer came, a read found it there")
        : entry(
            record,
            attempt,
            LedgerEntry.Event.SUPERSEDED,
            "no answer came, and a read did not find these values");
  }

  /** A delete that came to its end. */
  public static LedgerEntry deleted(Endings endings, Attempt attempt) {
    Decision why = new Decision(Decision.Verdict.SENT, null, null, null, endings.because());
    return new LedgerEntry(
        attempt.record(),
        attempt.system(),
        LedgerEntry.Event.WRITTEN,
        0,
        attempt.id(),
        null,
        List.of(why),
        attempt.action().inWords());
  }

  /** A write that failed, or of which it is not known whether it did. */
  public static LedgerEntry of(
      AgreedRecord record, Attempt attempt, LedgerEntry.Event event, Outcome.Reason reason) {
    return entry(record, attempt, event, reason.code() + ": " + reason.message());
  }

  private static LedgerEntry entry(
      AgreedRecord record, Attempt attempt, LedgerEntry.Event event, String note) {
    List<Decision> decisions = new ArrayList<>();
    for (String field : attempt.fields()) {
      Origin origin = record.origins().get(field);
      decisions.add(
          new Decision(
              Decision.Verdict.SENT,
              field,
              attempt.before().get(field),
              attempt.values().get(field),
              origin == null
                  ? "emptied"
                  : origin.rule() + ", from " + origin.system() + ", read " + origin.reading()));
    }
    return new LedgerEntry(
        attempt.record(), attempt.system(), event, 0, attempt.id(), null, decisions, note);
  }
}
