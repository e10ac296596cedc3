package io.partnerhub.sync.read;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.Suspect;
import io.partnerhub.sync.merge.Merge;
import io.partnerhub.sync.merge.Merged;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.store.Told;
import io.partnerhub.sync.store.Transaction;
import io.partnerhub.sync.store.Workbench;
import io.partnerhub.sync.system.Edit;
import io.partnerhub.sync.system.ToldEdit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds edits that a write of ours replaced before any read saw them, and has them judged. */
final class Overwritten {

  /** Writes judged at once by what was told of them. */
  private static final int MOST = 2_000;

  private final Store store;
  private final Mapping mapping;
  private final Merge merge;

  Overwritten(Store store, Mapping mapping, Merge merge) {
    this.store = store;
    this.mapping = mapping;
    this.merge = merge;
  }

  void judge(SystemName system, Suspect suspect, Map<String, List<Edit>> history) {
    store.inTransaction(
        mapping.type(),
        tx -> {
          Workbench bench = new Workbench(mapping, tx.dossiers(List.of(suspect.record())));
          for (String field : suspect.fields()) {
            String before = suspect.before().get(field);
            Dossier dossier = bench.get(suspect.record());
            if (dossier != null) {
              lost(history.getOrDefault(field, List.of()), before, suspect.since())
                  .ifPresent(
                      e ->
                          bench.take(
                              system,
                              merge.overwritten(dossier, system, field, e.value(), before, e.at()),
                              LedgerEntry.Event.OBSERVED,
                              null,
                              0));
            }
          }
          tx.save(system, bench.finish(tx));
          tx.cleared(List.of(suspect.id()));
          return null;
        });
  }

  /** Judges writes by what the system's events told of the same copies; asks the system nothing. */
  void judgeTold(SystemName system) {
    Told told = store.told(mapping.type(), system, MOST);
    if (told.suspects().isEmpty()) {
      return;
    }
    List<Unseen.Lost> lost = new ArrayList<>();
    Set<Long> cleared = new HashSet<>();
    Map<String, Long> heard = new HashMap<>();
    Map<String, List<ToldEdit>> edits =
        told.edits().stream().collect(Collectors.groupingBy(e -> e.copy().id()));
    told.suspects().stream()
        .collect(Collectors.groupingBy(s -> s.copy().id()))
        .forEach(
            (copy, suspects) -> {
              Unseen unseen = new Unseen(suspects, edits.getOrDefault(copy, List.of()));
              lost.addAll(unseen.lost());
              cleared.addAll(unseen.cleared());
              heard.put(copy, unseen.heardUntil());
            });
    cleared.addAll(told.untold());
    Function<Transaction, Void> forget =
        tx -> {
          tx.cleared(cleared);
          tx.heard(system, heard);
          return null;
        };
    if (lost.isEmpty()) {
      store.beside(mapping.type(), forget);
    } else {
      store.inTransaction(
          mapping.type(),
          tx -> {
            judge(tx, system, lost);
            return forget.apply(tx);
          });
    }
  }

  private void judge(Transaction tx, SystemName system, List<Unseen.Lost> lost) {
    Set<Long> records = lost.stream().map(l -> l.suspect().record()).collect(Collectors.toSet());
    Workbench bench = new Workbench(mapping, tx.dossiers(records));
    for (Unseen.Lost one : lost) {
      Dossier dossier = bench.get(one.suspect().record());
      if (dossier != null && mapping.declares(one.field())) {
        String before = one.suspect().before().get(one.field());
        Merged merged =
            merge.overwritten(dossier, system, one.field(), one.value(), before, one.at());
        bench.take(system, merged, LedgerEntry.Event.OBSERVED, null, 0);
      }
    }
    tx.save(system, bench.finish(tx));
  }

  /** What a person set last before the first change of ours behind what our read had seen. */
  private static Optional<Edit> lost(List<Edit> newestFirst, String before, Instant since) {
    List<Edit> unseen = unseen(newestFirst, before, since);
    for (int i = unseen.size() - 1; i > 0; i--) {
      if (unseen.get(i).byHub()) {
        return Optional.empty();
      }
      if (unseen.get(i - 1).byHub()) {
        return Optional.of(unseen.get(i)).filter(e -> !Objects.equals(e.value(), before));
      }
    }
    return Optional.empty();
  }

  /** Changes after the one that the read saw; all of them where that one is older than they. */
  private static List<Edit> unseen(List<Edit> newestFirst, String before, Instant since) {
    for (int i = 0; i < newestFirst.size(); i++) {
      Edit edit = newestFirst.get(i);
      if (!edit.at().isAfter(since) && Objects.equals(edit.value(), before)) {
        return newestFirst.subList(0, i);
      }
    }
    return newestFirst;
  }
}
