package io.partnerhub.ops;

import io.partnerhub.ledger.Accounts.Account;
import io.partnerhub.ledger.Fate;
import io.partnerhub.ops.jmx.Described;
import java.time.Instant;
import java.util.List;

/** What became of each observed change; travels over JMX. */
@Described("What became of each change that was observed, counted once for each target system.")
public record ChangeCounts(
    @Described("Changes observed since then, by the hub's clock.") Instant since,
    @Described("By record type and target system.") List<ToSystem> changes) {

  /** The changes of one type on their way to one system. */
  @Described("Changes of one record type for one system; observed is the sum of all that follow.")
  public record ToSystem(
      @Described("Record type.") String type,
      @Described("Target system.") String target,
      @Described("All of them.") long observed,
      @Described("A write carried it there.") long written,
      @Described("A newer change, decision or deletion came before.") long superseded,
      @Described("The target showed it already.") long unchanged,
      @Described("Someone has to decide.") long held,
      @Described("Its rule lets another system's value stand.") long refused,
      @Described("It is due.") long waiting,
      @Described("Its write was given up; a dead letter is open.") long deadLettered,
      @Described("An admin put its dead letter away.") long discarded,
      @Described("None of these: a defect of the hub; always 0.") long lost) {

    static ToSystem of(Account account) {
      return new ToSystem(
          account.type(),
          account.target().value(),
          account.observed(),
          account.of(Fate.WRITTEN),
          account.of(Fate.SUPERSEDED),
          account.of(Fate.UNCHANGED),
          account.of(Fate.HELD),
          account.of(Fate.REFUSED),
          account.of(Fate.WAITING),
          account.of(Fate.DEAD_LETTERED),
          account.of(Fate.DISCARDED),
          account.of(Fate.LOST));
    }
  }
}
