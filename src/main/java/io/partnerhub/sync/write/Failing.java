package io.partnerhub.sync.write;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.Trouble;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.kin.Patience;
import io.partnerhub.sync.merge.Explanation;
import io.partnerhub.sync.store.GivenUp;
import io.partnerhub.sync.store.Workbench;
import java.time.Instant;

/** What a write that did not go through leaves: its reason, its next try, in the end a letter. */
final class Failing {

  private final Mapping mapping;
  private final Retries retries;

  Failing(Mapping mapping, Timing timing) {
    this.mapping = mapping;
    this.retries = new Retries(timing);
  }

  /**
   * The dossier with one more failure of its copy; the ledger and a letter tell of it.
   *
   * @param claim all of one are tried again together
   */
  Dossier after(
      Workbench bench,
      Dossier dossier,
      Attempt attempt,
      Outcome.Failed failed,
      long claim,
      Instant now) {
    note(bench, dossier, attempt, failed.event(), failed.reason());
    Replica before = dossier.replica(attempt.system());
    Trouble trouble = retries.after(before.trouble(), failed, claim, now);
    boolean isEnough = trouble.fate() == Trouble.Fate.GIVEN_UP;
    if (tells(attempt) || (!isEnough && Patience.isAside(mapping, dossier, attempt))) {
      trouble = retries.aside(before.trouble(), failed, claim, now);
    } else if (isEnough) {
      giveUp(bench, dossier, attempt, trouble);
    }
    return dossier.with(before.troubled(trouble));
  }

  /** Whether nothing is sent but what tells people how the record stands. */
  boolean tells(Attempt attempt) {
    return attempt.action() == Write.Action.UPDATE
        && mapping.syncFields().containsAll(attempt.fields());
  }

  private void giveUp(Workbench bench, Dossier dossier, Attempt attempt, Trouble trouble) {
    note(bench, dossier, attempt, LedgerEntry.Event.GIVEN_UP, trouble.reason());
    bench
        .changes()
        .giveUp(
            new GivenUp(
                attempt.record(),
                attempt.system(),
                mapping.keyOf(dossier.record().agreed()),
                attempt,
                GivenUp.named(mapping, attempt.system(), attempt.fields(), attempt.values()),
                trouble.reason(),
                trouble.failures(),
                trouble.since(),
                mapping.version()));
  }

  /** Writes down what a write came to. */
  static void note(
      Workbench bench,
      Dossier dossier,
      Attempt attempt,
      LedgerEntry.Event event,
      Outcome.Reason reason) {
    bench.changes().ledger(Explanation.of(dossier.record(), attempt, event, reason));
  }
}
