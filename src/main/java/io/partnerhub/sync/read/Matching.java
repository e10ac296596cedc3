package io.partnerhub.sync.read;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.ReadTimes;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.Stray;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.merge.Endings;
import io.partnerhub.sync.merge.Explanation;
import io.partnerhub.sync.merge.FirstContact;
import io.partnerhub.sync.merge.Standings;
import io.partnerhub.sync.merge.Unlinking;
import io.partnerhub.sync.store.Changes;
import io.partnerhub.sync.store.Known;
import io.partnerhub.sync.store.Workbench;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds the record of a copy that is not linked yet, or keeps it as a stray with a reason. */
final class Matching {

  private final Mapping mapping;
  private final FirstContact firstContact;

  Matching(Mapping mapping, FirstContact firstContact) {
    this.mapping = mapping;
    this.firstContact = firstContact;
  }

  void judge(
      Workbench bench,
      Known known,
      SystemName system,
      Observation row,
      ReadTimes read,
      Map<String, Integer> unknownByKey,
      NewIds ids) {
    Changes changes = bench.changes();
    Stray stray = known.strays().get(row.id().id());
    String key = row.deleted() ? null : mapping.keyOf(row.values());
    if (stray != null && stray.why() == Stray.Why.REPLACED && read.began() < stray.until()) {
      return;
    }
    if (stray != null && (row.deleted() || !Objects.equals(stray.key(), key))) {
      changes.lookAt(stray.key());
    }
    if (row.deleted() || (key == null && Standings.in(mapping, system).isHeading(row))) {
      if (stray == null || stray.why() != Stray.Why.REPLACED) {
        changes.noStray(row.id().id());
      }
      return;
    }
    Set<Long> candidates = candidates(bench, known, key);
    Stray.Why why = why(bench, known, system, row, read, key, candidates, unknownByKey);
    if (why != null) {
      keepAside(bench, known, system, row, read, key, why, candidates);
      return;
    }
    changes.noStray(row.id().id());
    long record;
    if (candidates.isEmpty()) {
      record = ids.next();
      bench.take(
          system,
          firstContact.create(record, system, row, read),
          LedgerEntry.Event.OBSERVED,
          row,
          read.began());
    } else {
      record = candidates.iterator().next();
      Dossier dossier = bench.get(record);
      bench.take(
          system,
          firstContact.match(dossier, system, row, read),
          LedgerEntry.Event.OBSERVED,
          row,
          read.began());
      dossier.attemptsOn(system).stream()
          .filter(a -> row.createdByHub() || a.action() == Write.Action.MOVE)
          .forEach(a -> changes.ledger(Explanation.found(new Endings(mapping, dossier), a, row)));
    }
    known.recordsByKey().computeIfAbsent(key, k -> new HashSet<>()).add(record);
  }

  private Set<Long> candidates(Workbench bench, Known known, String key) {
    Set<Long> all = new HashSet<>(known.recordsByKey().getOrDefault(key, Set.of()));
    all.removeIf(id -> bench.get(id) == null || new Endings(mapping, bench.get(id)).isOver());
    return all;
  }

  /** Why the copy cannot be linked now; null when it can. */
  private Stray.Why why(
      Workbench bench,
      Known known,
      SystemName system,
      Observation row,
      ReadTimes read,
      String key,
      Set<Long> candidates,
      Map<String, Integer> unknownByKey) {
    if (key == null) {
      return Stray.Why.EMPTY_KEY;
    }
    if (candidates.size() > 1) {
      return Stray.Why.SEVERAL_RECORDS;
    }
    boolean twins =
        unknownByKey.get(key) > 1
            || known.straysByKey().getOrDefault(key, List.of()).stream()
                .anyMatch(id -> !id.equals(row.id().id()));
    if (candidates.isEmpty()) {
      if (row.createdByHub() && known.complete()) {
        return Stray.Why.OVERTAKEN;
      }
      return twins ? Stray.Why.DOUBLE_KEY : null;
    }
    Dossier dossier = bench.get(candidates.iterator().next());
    Replica replica = dossier.replica(system);
    return switch (replica.state()) {
      case LINKED ->
          !dossier.attemptsOn(system).isEmpty()
              ? Stray.Why.TOO_EARLY
              : twins || isNamed(system, replica) ? Stray.Why.DOUBLE_KEY : null;
      case GONE, REMOVED ->
          read.began() < replica.fence().readEnded()
              ? Stray.Why.TOO_EARLY
              : twins ? Stray.Why.DOUBLE_KEY : null;
      case ABSENT -> twins ? Stray.Why.DOUBLE_KEY : null;
    };
  }

  /** A copy in a place that is named no more gives way to one where copies belong. */
  private boolean isNamed(SystemName system, Replica replica) {
    return mapping.side(system).placement().has(replica.id().location());
  }

  private void keepAside(
      Workbench bench,
      Known known,
      SystemName system,
      Observation row,
      ReadTimes read,
      String key,
      Stray.Why why,
      Set<Long> candidates) {
    Stray old = known.strays().get(row.id().id());
    if (old == null || old.why() != why || !Objects.equals(old.key(), key)) {
      bench
          .changes()
          .ledger(
              new LedgerEntry(
                  0,
                  system,
                  LedgerEntry.Event.STRAY,
                  0,
                  0,
                  row.stamp(),
                  List.of(),
                  "row " + row.id().id() + " " + why.sentence()));
    }
    Stray now = new Stray(row.id(), key, why, read.ended(), why == Stray.Why.TOO_EARLY);
    bench.changes().stray(now.after(old, known.complete() ? read.at() : null));
    if (why == Stray.Why.DOUBLE_KEY && !known.complete() && !candidates.isEmpty()) {
      unlinkTwin(bench, system, candidates.iterator().next());
    }
  }

  /**
   * On first contact neither of two copies with one key is preferred: the earlier link is undone.
   * The earlier copy may have another key than the later, where other systems differ on it.
   */
  private void unlinkTwin(Workbench bench, SystemName system, long record) {
    Dossier dossier = bench.get(record);
    Replica twin = dossier.replica(system);
    if (!twin.isLinked() || twin.fence().wroteEnded() > 0) {
      return;
    }
    String key = mapping.keyOf(twin.holds());
    bench
        .changes()
        .stray(new Stray(twin.id(), key, Stray.Why.DOUBLE_KEY, twin.fence().readEnded(), false));
    Unlinking unlinking = new Unlinking(mapping, dossier, twin);
    Dossier rest = unlinking.rest();
    if (rest == null) {
      bench.remove(record);
    } else {
      bench.put(rest);
      bench.changes().ledger(unlinking.explained(rest));
    }
  }
}
