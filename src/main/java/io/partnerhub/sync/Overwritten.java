package io.partnerhub.sync;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds edits that a write of ours replaced before any read saw them, and has them judged. */
final class Overwritten {

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
              lost(history.getOrDefault(field, List.of()), before)
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

  /** The newest value that a person set and the very next change, ours, replaced. */
  private static Optional<Edit> lost(List<Edit> newestFirst, String before) {
    for (int i = 1; i < newestFirst.size(); i++) {
      Edit edit = newestFirst.get(i);
      if (newestFirst.get(i - 1).byHub()
          && !edit.byHub()
          && !Objects.equals(edit.value(), before)) {
        return Optional.of(edit);
      }
    }
    return Optional.empty();
  }
}
