package io.partnerhub.sync;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Merges what a system said, a page in one transaction with the checkpoint. */
public final class Intake {

  private final Store store;
  private final Mapping mapping;
  private final Merge merge;
  private final Matching matching;

  public Intake(Store store, Mapping mapping, Merge merge) {
    this.store = store;
    this.mapping = mapping;
    this.merge = merge;
    this.matching = new Matching(mapping, new FirstContact(mapping, merge));
  }

  /** Merges rows that were read by their ids or keys. */
  public void merge(SystemName system, List<Observation> rows, ReadTimes read) {
    if (!rows.isEmpty()) {
      store.inTransaction(mapping.type(), tx -> merge(tx, system, rows, read));
    }
  }

  /**
   * Merges a page of a source and moves its checkpoint.
   *
   * @param last the page ends the answer: the source showed all its news
   */
  public void merge(SystemName system, Page page, ReadTimes read, boolean last) {
    store.inTransaction(
        mapping.type(),
        tx -> {
          merge(tx, system, page.rows(), read);
          tx.checkpoint(system, page.next(), last ? read.at() : null);
          return null;
        });
  }

  /** Takes copies that an unbroken sweep did not find for deleted. */
  public void sweep(SystemName system, Sweep sweep, ReadTimes read) {
    store.inTransaction(
        mapping.type(),
        tx -> {
          Collection<Long> gone =
              tx.missing(system, sweep.source(), sweep.ids(), read.began()).keySet();
          Workbench bench = new Workbench(mapping, tx.dossiers(gone));
          for (long record : gone) {
            bench.take(
                system,
                merge.deleted(bench.get(record), system, read),
                LedgerEntry.Event.OBSERVED,
                null,
                read.began());
          }
          for (Stray stray : tx.missingStrays(system, sweep.source(), sweep.ids(), read.began())) {
            bench.changes().noStray(stray.id().id());
            bench.changes().lookAt(stray.key());
          }
          tx.save(system, bench.finish());
          return null;
        });
  }

  private Void merge(Transaction tx, SystemName system, List<Observation> rows, ReadTimes read) {
    Map<String, Observation> newest = new LinkedHashMap<>();
    rows.forEach(o -> newest.put(o.id().id(), o));
    List<String> keys =
        newest.values().stream().map(this::keyOf).filter(Objects::nonNull).distinct().toList();
    Known known =
        tx.known(system, mapping.side(system).placement().locations(), newest.keySet(), keys);
    Workbench bench = new Workbench(mapping, known.dossiers());
    Map<String, Integer> unknownByKey = unknownByKey(newest.values(), known);
    NewIds ids = new NewIds(tx, known, newest.values());
    long tick = tx.tick();
    List<Suspect> suspects = new ArrayList<>();
    for (Observation row : newest.values()) {
      Long record = known.recordOf().get(row.id().id());
      if (record != null && bench.get(record) != null && linksTo(bench.get(record), system, row)) {
        suspects.addAll(observe(bench, known, bench.get(record), system, row, read, tick));
      } else {
        matching.judge(bench, known, system, row, read, unknownByKey, ids);
      }
    }
    tx.save(system, bench.finish());
    tx.suspect(system, suspects);
    return null;
  }

  private static boolean linksTo(Dossier dossier, SystemName system, Observation row) {
    Replica replica = dossier.replica(system);
    return replica.id() != null && replica.id().id().equals(row.id().id());
  }

  /** Gives the updates of unknown end that this settles: each may have replaced an unseen edit. */
  private List<Suspect> observe(
      Workbench bench,
      Known known,
      Dossier dossier,
      SystemName system,
      Observation row,
      ReadTimes read,
      long tick) {
    Replica replica = dossier.replica(system);
    if (!replica.fence().admits(read, dossier.attemptsOn(system))) {
      bench.put(dossier.with(replica.fenced(replica.fence().turnedAway(read, tick))));
      return List.of();
    }
    Merged merged =
        merge.observe(dossier, system, row, read, known.readUntil().get(replica.id().location()));
    bench.take(system, merged, LedgerEntry.Event.OBSERVED, row, read.began());
    for (Attempt settled : dossier.attemptsOn(system)) {
      bench.changes().ledger(Explanation.found(new Endings(mapping, dossier), settled, row));
    }
    return dossier.attemptsOn(system).stream()
        .filter(a -> a.action() == Write.Action.UPDATE)
        .map(a -> Suspect.of(a, replica.fence().readAt()))
        .toList();
  }

  private Map<String, Integer> unknownByKey(Collection<Observation> rows, Known known) {
    Map<String, Integer> count = new HashMap<>();
    for (Observation row : rows) {
      String key = keyOf(row);
      if (key != null && !known.recordOf().containsKey(row.id().id())) {
        count.merge(key, 1, Integer::sum);
      }
    }
    return count;
  }

  private String keyOf(Observation row) {
    return row.deleted() ? null : mapping.keyOf(row.values());
  }
}
