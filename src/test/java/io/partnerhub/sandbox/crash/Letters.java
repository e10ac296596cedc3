package io.partnerhub.sandbox.crash;

import io.partnerhub.ledger.Accounts;
import io.partnerhub.ledger.Fate;
import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.demo.world.Records;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What came of a record that a system refuses. */
final class Letters {

  private final Jdbi jdbi;
  private final Accounts accounts;
  private final Typists typists;

  Letters(Jdbi jdbi, Accounts accounts, Typists typists) {
    this.jdbi = jdbi;
    this.accounts = accounts;
    this.typists = typists;
  }

  /** Whether its dead letter is the only one, and is counted. */
  boolean isGivenUp(Unacceptable record) {
    return in("OPEN").equals(List.of(letter(record)))
        && accounts.since(Instant.EPOCH).stream()
            .filter(a -> a.type().equals(record.type()) && a.target().equals(record.refusedBy()))
            .anyMatch(a -> a.of(Fate.DEAD_LETTERED) > 0);
  }

  /** What does not hold of a mended record: it is everywhere, and its letter left the queue. */
  List<String> notMended(Unacceptable record) {
    List<String> faults = new ArrayList<>();
    Records records = typists.of(record.type());
    for (SystemName system : List.of(record.typedIn(), record.refusedBy())) {
      String shown = records.value(system, record.key(), record.field());
      if (!Typists.MENDED.equals(shown)) {
        faults.add("mended: %s, shown in %s: %s".formatted(record, system, shown));
      }
    }
    if (!in("SUPERSEDED").contains(letter(record))) {
      faults.add("its letter was not superseded: " + record);
    }
    return faults;
  }

  private static String letter(Unacceptable record) {
    return record.refusedBy() + " " + record.key();
  }

  /** System and key of the letters in a state. */
  private List<String> in(String state) {
    return jdbi.withHandle(
        h ->
            h.createQuery("select system || ' ' || key from dead_letter where state = :state")
                .bind("state", state)
                .mapTo(String.class)
                .list());
  }
}
