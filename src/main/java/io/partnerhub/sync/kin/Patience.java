package io.partnerhub.sync.kin;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.Trouble;
import io.partnerhub.sync.merge.Due;
import io.partnerhub.sync.store.GivenUp;
import io.partnerhub.sync.store.Pacing;
import io.partnerhub.sync.store.Parent;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.store.Transaction;
import io.partnerhub.sync.store.Workbench;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Ends the silence about parents that do not come: a write that has waited for long enough is
 * marked as failing. It still goes by itself once the parent is there.
 */
public final class Patience {

  private static final int PAGE = 1_000;

  private final Store store;
  private final Mapping mapping;
  private final SystemName system;
  private final Duration patience;
  private final Pacing pacing = new Pacing();

  /**
   * @param patience how long a write may wait for a parent
   */
  public Patience(Store store, Mapping mapping, SystemName system, Duration patience) {
    this.store = store;
    this.mapping = mapping;
    this.system = system;
    this.patience = patience;
  }

  /** Whether an attempt left out what its marked replica waits for, and that is still due. */
  public static boolean isAside(Mapping mapping, Dossier dossier, Attempt attempt) {
    SystemName system = attempt.system();
    Outcome.Reason reason = dossier.replica(system).trouble().reason();
    Set<String> references = mapping.resolvedIn(system);
    return reason != null
        && reason.code().equals(Parent.MISSING)
        && Collections.disjoint(references, attempt.fields())
        && !Collections.disjoint(references, Due.of(mapping, dossier, system).fields());
  }

  /** Marks what waits for too long; gives how many were marked now, by the parent they lack. */
  public Map<Parent, Integer> escalate() {
    Map<Parent, Integer> marked = new LinkedHashMap<>();
    if (!mapping.resolvedIn(system).isEmpty() && isAnyOverdue()) {
      int found;
      do {
        found = page(marked);
      } while (found == PAGE);
    }
    return marked;
  }

  /** Asked beside the merges: mostly none is, which takes long among very many that wait. */
  private boolean isAnyOverdue() {
    Instant began = store.now();
    if (!pacing.mayLook(began)) {
      return false;
    }
    boolean found = store.beside(mapping.type(), tx -> !overdue(tx, 1).isEmpty());
    if (!found) {
      pacing.looked(began, store.now());
    }
    return found;
  }

  private Map<Long, Parent> overdue(Transaction tx, int limit) {
    return tx.references().overdue(system, tx.now().minus(patience), limit);
  }

  private int page(Map<Parent, Integer> marked) {
    return store.inTransaction(
        mapping.type(),
        tx -> {
          Map<Long, Parent> overdue = overdue(tx, PAGE);
          Workbench bench = new Workbench(mapping, tx.dossiers(overdue.keySet()));
          overdue.forEach((record, parent) -> mark(bench, bench.get(record), parent, tx.now()));
          tx.save(system, bench.finish(tx));
          overdue.values().forEach(parent -> marked.merge(parent, 1, Integer::sum));
          return overdue.size();
        });
  }

  private void mark(Workbench bench, Dossier dossier, Parent parent, Instant now) {
    Replica replica = dossier.replica(system);
    Outcome.Reason reason =
        new Outcome.Reason(
            ReasonClass.REFERENCE,
            Parent.MISSING,
            "waits for "
                + parent
                + ", which is not in "
                + system
                + ": add it there, or correct it");
    Trouble trouble = replica.trouble().withLetter(reason);
    bench.put(dossier.with(replica.troubled(trouble)));
    bench
        .changes()
        .giveUp(
            new GivenUp(
                dossier.record().id(),
                system,
                mapping.keyOf(dossier.record().agreed()),
                null,
                Map.of(),
                reason,
                trouble.failures(),
                now,
                mapping.version()));
    bench
        .changes()
        .ledger(
            LedgerEntry.of(
                dossier.record().id(),
                system,
                LedgerEntry.Event.ESCALATED,
                reason.code() + ": " + reason.message()));
  }
}
