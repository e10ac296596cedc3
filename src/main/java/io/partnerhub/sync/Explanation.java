package io.partnerhub.sync;

import java.util.ArrayList;
import java.util.List;

/** The ledger's line for a write: each field with the observation and the rule behind its value. */
final class Explanation {

  private Explanation() {}

  static LedgerEntry of(AgreedRecord record, Attempt attempt) {
    List<Decision> decisions = new ArrayList<>();
    for (String field : attempt.fields()) {
      Origin origin = record.origins().get(field);
      decisions.add(
          new Decision(
              Decision.Verdict.ACCEPTED,
              field,
              attempt.before().get(field),
              attempt.values().get(field),
              origin == null
                  ? "emptied"
                  : origin.rule() + ", from " + origin.system() + ", read " + origin.reading()));
    }
    return new LedgerEntry(
        attempt.record(),
        attempt.system(),
        LedgerEntry.Event.WRITTEN,
        0,
        attempt.id(),
        null,
        decisions,
        attempt.action().name().toLowerCase(java.util.Locale.ROOT));
  }
}
