package io.partnerhub.sync.write;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.store.Transaction;
import io.partnerhub.sync.store.Workbench;
import io.partnerhub.sync.system.Answer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Copies that a move took along to another place: nobody deleted them where they were. */
final class Along {

  private final SystemName system;
  private final Map<NativeId, NativeId> along;
  private final Map<NativeId, Long> recordOf;

  private Along(SystemName system, Map<NativeId, NativeId> along, Map<NativeId, Long> recordOf) {
    this.system = system;
    this.along = along;
    this.recordOf = recordOf;
  }

  static Along of(Transaction tx, SystemName system, Answer answer) {
    Map<NativeId, Long> recordOf = new HashMap<>();
    if (!answer.along().isEmpty()) {
      List<String> ids = answer.along().keySet().stream().map(NativeId::id).toList();
      Map<String, Long> known = tx.known(system, Set.of(), ids, List.of()).recordOf();
      for (NativeId old : answer.along().keySet()) {
        if (known.containsKey(old.id())) {
          recordOf.put(old, known.get(old.id()));
        }
      }
    }
    return new Along(system, answer.along(), recordOf);
  }

  /** Whose copies they are. */
  Collection<Long> records() {
    return recordOf.values();
  }

  /** Each is the same copy at another place, due back where it belongs once it was read there. */
  void settle(Transaction tx, Workbench bench) {
    if (recordOf.isEmpty()) {
      return;
    }
    long tick = tx.tick();
    recordOf.forEach(
        (old, record) -> {
          Dossier dossier = bench.get(record);
          Replica replica = dossier == null ? null : dossier.replica(system);
          if (replica != null && replica.isLinked() && old.equals(replica.id())) {
            NativeId now = along.get(old);
            bench.put(dossier.with(replica.linked(now)).readAgain(system, tick));
            bench.changes().noStray(now.id());
            bench.changes().ledger(note(record, old, now));
          }
        });
  }

  /**
   * What went along and is no record's may be a row that nobody has read yet: both places are read
   * once more, though nothing but the hub's own calls changed their versions.
   */
  void lookAtOthers(Transaction tx) {
    Set<String> places = new TreeSet<>();
    along.forEach(
        (old, now) -> {
          if (!recordOf.containsKey(old)) {
            places.addAll(List.of(old.location(), now.location()));
          }
        });
    for (String place : places) {
      tx.checkpoint(system, tx.checkpoint(system, place).unread(), null);
    }
  }

  private LedgerEntry note(long record, NativeId old, NativeId now) {
    return LedgerEntry.of(
        record,
        system,
        LedgerEntry.Event.OBSERVED,
        "row %s went along with a row above it that the hub moved, and is row %s now"
            .formatted(old.id(), now.id()));
  }
}
