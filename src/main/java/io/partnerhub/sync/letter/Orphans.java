package io.partnerhub.sync.letter;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Chooser;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.store.Changes;
import io.partnerhub.sync.store.Letter;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.store.Transaction;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Letters of a type that no mapping names any more. Nothing can be judged or written of them: they
 * can only be put away, by their rows alone.
 */
final class Orphans {

  private final Store store;
  private final RecordType type;

  Orphans(Store store, RecordType type) {
    this.store = store;
    this.type = type;
  }

  /** Why none of them is tried again. */
  Map<Long, String> refused(Collection<Long> ids) {
    Map<Long, String> refused = new TreeMap<>();
    ids.forEach(id -> refused.put(id, refusal()));
    return refused;
  }

  String refusal() {
    return "No mapping names the type " + type + " any more: its letters can only be discarded";
  }

  Map<Long, Forecast> forecast(Collection<LastTry> tries) {
    List<Long> ids = tries.stream().map(LastTry::letter).toList();
    Map<Long, Forecast> forecasts = new TreeMap<>();
    store
        .beside(type, tx -> tx.letters().find(ids))
        .forEach((id, letter) -> forecasts.put(id, forecast(letter)));
    return forecasts;
  }

  private static Forecast forecast(Letter letter) {
    return Forecasting.closed(letter)
        .orElseGet(() -> Forecast.stillFails("no mapping names its type any more: discard it"));
  }

  void discard(long id, Chooser by) {
    store.inTransaction(
        type,
        tx -> {
          discard(tx, id, by);
          return null;
        });
  }

  private static void discard(Transaction tx, long id, Chooser by) {
    Letter letter = LetterDesk.inQueue(tx.letters().find(List.of(id)), id);
    tx.letters().move(List.of(id), letter.state(), Letter.State.DISCARDED);
    Changes changes = new Changes();
    changes.ledger(
        LetterDesk.entry(letter, LedgerEntry.Event.DISCARDED, "discarded " + by.inWords()));
    tx.save(SystemName.HUB, changes);
  }
}
