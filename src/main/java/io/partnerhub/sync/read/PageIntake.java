package io.partnerhub.sync.read;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.ReadTimes;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.Suspect;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.held.MassChange;
import io.partnerhub.sync.held.Passage;
import io.partnerhub.sync.merge.Endings;
import io.partnerhub.sync.merge.Explanation;
import io.partnerhub.sync.merge.FirstContact;
import io.partnerhub.sync.merge.Merge;
import io.partnerhub.sync.merge.Merged;
import io.partnerhub.sync.store.Known;
import io.partnerhub.sync.store.Transaction;
import io.partnerhub.sync.store.Workbench;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Merges one page in one transaction. */
final class PageIntake {

  /** A merge that the guard counted, of the dossier as it was before. */
  private record Counted(Dossier dossier, Merged merged) {}

  private final Mapping mapping;
  private final Merge merge;
  private final Matching matching;
  private final Transaction tx;
  private final SystemName system;
  private final ReadTimes read;
  private final List<Suspect> suspects = new ArrayList<>();
  private final Map<String, Counted> counted = new HashMap<>();
  private final Set<String> unmergedKeys = new HashSet<>();
  private Known known;
  private Workbench bench;

  PageIntake(Mapping mapping, Merge merge, Transaction tx, SystemName system, ReadTimes read) {
    this.mapping = mapping;
    this.merge = merge;
    this.matching = new Matching(mapping, new FirstContact(mapping, merge));
    this.tx = tx;
    this.system = system;
    this.read = read;
  }

  /**
   * Merges rows.
   *
   * @param partly of which nothing has told yet how much else was changed with them
   * @return keys that people gave to copies and that could not be merged now
   */
  Set<String> take(List<Observation> rows, Predicate<NativeId> partly, MassChange guard) {
    Map<String, Observation> newest = new LinkedHashMap<>();
    rows.forEach(o -> newest.put(o.id().id(), o));
    List<String> keys =
        newest.values().stream().map(this::keyOf).filter(Objects::nonNull).distinct().toList();
    known = tx.known(system, mapping.side(system).placement().locations(), newest.keySet(), keys);
    bench = new Workbench(mapping, known.dossiers());
    Passage passage = passage(newest.values(), partly, guard);
    Map<String, Integer> unknownByKey = unknownByKey(newest.values());
    NewIds ids = new NewIds(tx, known, newest.values());
    long tick = tx.tick();
    for (Observation row : newest.values()) {
      if (linked(row) == null) {
        matching.judge(bench, known, system, row, read, unknownByKey, ids);
      } else if (!passage.admits(row.id())) {
        unmerged(linked(row), row);
      } else {
        observe(linked(row), row, passage, tick);
      }
    }
    passage.note(bench.changes());
    tx.save(system, bench.finish(tx));
    tx.suspect(system, suspects);
    guard.merged(passage);
    return unmergedKeys;
  }

  /** The dossiers of what was taken, as they are stored now. */
  Map<Long, Dossier> dossiers() {
    return bench.dossiers();
  }

  private void unmerged(Dossier dossier, Observation row) {
    String key = keyOf(row);
    if (key != null && !key.equals(mapping.keyOf(dossier.replica(system).holds()))) {
      unmergedKeys.add(key);
    }
  }

  /** The first read of a system is its baseline: nothing of it is a change. */
  private Passage passage(
      Collection<Observation> rows, Predicate<NativeId> partly, MassChange guard) {
    List<NativeId> linked = new ArrayList<>();
    List<NativeId> changed = new ArrayList<>();
    for (Observation row : known.complete() ? rows : List.<Observation>of()) {
      Dossier dossier = linked(row);
      if (dossier != null) {
        linked.add(row.id());
        if (isChangedByPeople(dossier, row)) {
          changed.add(row.id());
        }
      }
    }
    return guard.sort(linked, changed, partly, false);
  }

  private boolean isChangedByPeople(Dossier dossier, Observation row) {
    Replica replica = dossier.replica(system);
    boolean same = replica.isLinked() && !row.deleted() && replica.holds().equals(row.values());
    Set<String> unread = mapping.readings().unread(system, replica.fence().known());
    return (!same || !unread.isEmpty())
        && isAdmitted(dossier)
        && MassChange.isCounted(counted(dossier, row), unread);
  }

  private Merged counted(Dossier dossier, Observation row) {
    Merged merged = observe(merge, dossier, row);
    counted.put(row.id().id(), new Counted(dossier, merged));
    return merged;
  }

  private Merged observe(Merge how, Dossier dossier, Observation row) {
    return how.observe(dossier, system, row, read, unchangedAt(dossier.replica(system)));
  }

  /** The news of a place showed nothing of a copy, unless it was turned away or kept back then. */
  private Instant unchangedAt(Replica replica) {
    return replica.fence().mustBeReadAgain()
        ? null
        : known.readUntil().get(replica.id().location());
  }

  /** As it was merged to be counted, unless another row of the page changed its record since. */
  private Merged merge(Dossier dossier, Observation row, Passage passage) {
    Merge how = passage.merge(merge, row.id());
    Counted before = counted.get(row.id().id());
    return how == merge && before != null && before.dossier() == dossier
        ? before.merged()
        : observe(how, dossier, row);
  }

  private boolean isAdmitted(Dossier dossier) {
    return dossier.replica(system).fence().admits(read, dossier.attemptsOn(system));
  }

  /** The record whose copy this is; null while it is nobody's. */
  private Dossier linked(Observation row) {
    Long record = known.recordOf().get(row.id().id());
    Dossier dossier = record == null ? null : bench.get(record);
    if (dossier == null) {
      return null;
    }
    NativeId id = dossier.replica(system).id();
    return id != null && id.id().equals(row.id().id()) ? dossier : null;
  }

  private void observe(Dossier dossier, Observation row, Passage passage, long tick) {
    Replica replica = dossier.replica(system);
    if (!isAdmitted(dossier)) {
      unmerged(dossier, row);
      bench.put(dossier.with(replica.fenced(replica.fence().turnedAway(read, tick))));
      return;
    }
    Merged merged = merge(dossier, row, passage);
    bench.take(system, merged, LedgerEntry.Event.OBSERVED, row, read.began());
    passage.done(row.id());
    for (Attempt settled : dossier.attemptsOn(system)) {
      bench.changes().ledger(Explanation.found(new Endings(mapping, dossier), settled, row));
      suspect(settled, replica);
    }
  }

  /** An update of unknown end may have replaced an edit that nobody saw. */
  private void suspect(Attempt settled, Replica replica) {
    if (settled.action() == Write.Action.UPDATE) {
      suspects.add(Suspect.of(settled, replica.fence().readAt(), false));
    }
  }

  private Map<String, Integer> unknownByKey(Collection<Observation> rows) {
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
