package io.partnerhub.sync.read;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.ReadTimes;
import io.partnerhub.sync.Stray;
import io.partnerhub.sync.held.Guard;
import io.partnerhub.sync.held.MassChange;
import io.partnerhub.sync.held.Passage;
import io.partnerhub.sync.merge.Merge;
import io.partnerhub.sync.merge.Merged;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.store.Transaction;
import io.partnerhub.sync.store.Workbench;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.Page;
import io.partnerhub.sync.system.Sweep;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Merges what a system said, a page in one transaction with the checkpoint. */
public final class Intake {

  private final Store store;
  private final Mapping mapping;
  private final Merge merge;
  private final Guard guard;

  public Intake(Store store, Mapping mapping, Merge merge, Guard guard) {
    this.store = store;
    this.mapping = mapping;
    this.merge = merge;
    this.guard = guard;
  }

  /** Merges rows that were read by their ids or keys. */
  public void merge(SystemName system, List<Observation> rows, ReadTimes read) {
    merge(system, rows, read, Set.of());
  }

  /**
   * The same, where of some nothing has told yet how much else was changed with them.
   *
   * @return whether changes wait for the news of their place
   */
  boolean merge(SystemName system, List<Observation> rows, ReadTimes read, Set<String> partly) {
    return !rows.isEmpty()
        && store.reading(
            mapping.type(),
            tx -> {
              MassChange guarded = new MassChange(guard, tx, system);
              new PageIntake(mapping, merge, tx, system, read)
                  .take(rows, row -> partly.contains(row.id()), guarded);
              return guarded.keepsParts();
            });
  }

  /** The same in a transaction that goes on with them; gives the dossiers of all that it read. */
  public Map<Long, Dossier> merge(
      Transaction tx, SystemName system, List<Observation> rows, ReadTimes read) {
    if (rows.isEmpty()) {
      return Map.of();
    }
    PageIntake page = new PageIntake(mapping, merge, tx, system, read);
    page.take(rows, row -> false, new MassChange(guard, tx, system));
    return page.dossiers();
  }

  /**
   * Merges rows of a read in pages, which the guard counts together.
   *
   * @param whole these are all rows of the read
   */
  void merge(SystemName system, List<Observation> rows, ReadTimes read, boolean whole) {
    store.reading(mapping.type(), tx -> merge(tx, system, rows, read, whole));
  }

  /**
   * Merges a page of a source and moves its checkpoint.
   *
   * @param readUntil up to when the source has shown all its news by now; null where more is to
   *     come
   * @param whole the page is all of the answer
   * @return keys that people gave to copies and that could not be merged now
   */
  public Set<String> merge(
      SystemName system, Page page, ReadTimes read, Instant readUntil, boolean whole) {
    return store.reading(
        mapping.type(),
        tx -> {
          Set<String> unmerged = merge(tx, system, page.rows(), read, whole);
          tx.checkpoint(system, page.next(), readUntil);
          return unmerged;
        });
  }

  /** After the last page: what the guard kept until then passes, or a person is asked. */
  void endCycle(SystemName system, Instant keptBefore) {
    store.reading(
        mapping.type(),
        tx -> {
          new MassChange(guard, tx, system).settle(keptBefore);
          return null;
        });
  }

  /**
   * Takes copies that an unbroken sweep did not find for deleted. Those that were read or written
   * beside it may be deleted as well, or newer: then the source's newest version is read once more,
   * which compares again.
   */
  public void sweep(SystemName system, Sweep sweep, ReadTimes read) {
    store.reading(
        mapping.type(),
        tx -> {
          MassChange guarded = new MassChange(guard, tx, system);
          guarded.found(sweep.source(), sweep.ids());
          int unjudged = tx.unjudged(system, sweep.source(), sweep.ids(), read.began());
          Map<Long, NativeId> missing =
              tx.missing(system, sweep.source(), sweep.ids(), read.began());
          Passage passage = guarded.sort(missing.values(), missing.values(), copy -> false, true);
          Workbench bench = new Workbench(mapping, tx.dossiers(missing.keySet()));
          missing.forEach((record, id) -> delete(bench, passage, system, record, id, read));
          for (Stray stray : tx.missingStrays(system, sweep.source(), sweep.ids(), read.began())) {
            bench.changes().noStray(stray.id().id());
            bench.changes().lookAt(stray.key());
          }
          passage.note(bench.changes());
          tx.save(system, bench.finish(tx));
          guarded.merged(passage);
          note(tx, system, sweep, unjudged);
          return null;
        });
  }

  private static void note(Transaction tx, SystemName system, Sweep sweep, int unjudged) {
    int known = tx.knownRows(system, sweep.source()) - unjudged;
    Checkpoint now = tx.checkpoint(system, sweep.source()).withSurplus(sweep.totalRows() - known);
    tx.checkpoint(system, unjudged == 0 ? now : now.unread(), null);
  }

  private void delete(
      Workbench bench,
      Passage passage,
      SystemName system,
      long record,
      NativeId id,
      ReadTimes read) {
    if (passage.admits(id)) {
      Merged merged = passage.merge(merge, id).deleted(bench.get(record), system, read);
      bench.take(system, merged, LedgerEntry.Event.OBSERVED, null, read.began());
      passage.done(id);
    }
  }

  private Set<String> merge(
      Transaction tx, SystemName system, List<Observation> rows, ReadTimes read, boolean whole) {
    if (rows.isEmpty()) {
      return Set.of();
    }
    return new PageIntake(mapping, merge, tx, system, read)
        .take(rows, row -> !whole, new MassChange(guard, tx, system));
  }
}
