package io.partnerhub.sync.read;

import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Readings;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.AgreedRecord;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.held.NoLongerMapped;
import io.partnerhub.sync.merge.Due;
import io.partnerhub.sync.merge.Merged;
import io.partnerhub.sync.merge.TakenOver;
import io.partnerhub.sync.store.FieldForm;
import io.partnerhub.sync.store.Reference;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.store.Transaction;
import io.partnerhub.sync.store.Workbench;
import io.partnerhub.sync.system.Checkpoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Notices, before anything is read, that a type is mapped otherwise than at the last start: what
 * the store knows is taken over, and what it cannot know is read again.
 */
public final class ChangedMapping {

  private static final int RECORDS = 500;

  private final Store store;
  private final Mapping mapping;
  private final Consumer<String> told;

  /**
   * Of one type.
   *
   * @param told gets what changed, in sentences
   */
  public ChangedMapping(Store store, Mapping mapping, Consumer<String> told) {
    this.store = store;
    this.mapping = mapping;
    this.told = told;
  }

  /**
   * Gives the mapping with what is known of its readings. A start that is cut off is made good by
   * the next one, also where the mapping is put back before that: what is about to change counts as
   * changed from the first step on, and what is to be known from now on is stored last.
   */
  public Mapping settle() {
    List<FieldForm> last = store.beside(mapping.type(), tx -> tx.forms().all());
    FormChange change = new FormChange(last, mapping);
    if (change.isAny()) {
      last = store.inTransaction(mapping.type(), this::begin);
      change = new FormChange(last, mapping);
    }
    if (!change.isAny()) {
      return mapping.with(readings(last));
    }
    change.inWords().forEach(told);
    takeOver(change);
    return mapping.with(readings(store.inTransaction(mapping.type(), this::remember)));
  }

  /** Where no record is concerned, that is all; another node may have come first. */
  private List<FieldForm> begin(Transaction tx) {
    List<FieldForm> last = tx.forms().all();
    FormChange change = new FormChange(last, mapping);
    if (!change.isAny()) {
      return last;
    }
    if (!change.concernsRecords() && tx.forms().records(0, 1).isEmpty()) {
      return remember(tx);
    }
    tx.forms().replace(change.begun());
    return tx.forms().all();
  }

  private void takeOver(FormChange change) {
    if (!change.concernsRecords()) {
      new NoLongerMapped(store, mapping).release(); // kept by a hub that knew of no readings
      return;
    }
    TakenOver taken = new TakenOver(mapping, change.otherwise());
    if (!change.dropped().isEmpty() || !change.otherwise().isEmpty()) {
      pages((tx, after) -> tx.forms().records(after, RECORDS), (b, r) -> take(b, r, taken));
    }
    List<Field> referring = change.referring();
    if (!referring.isEmpty()) {
      pages((tx, after) -> tx.forms().records(after, RECORDS), (b, r) -> refer(b, r, referring));
    }
    if (!change.elsewhere().isEmpty()) {
      pages((tx, after) -> tx.forms().records(after, RECORDS), this::restateWhereDue);
    }
    pages((tx, after) -> tx.forms().recordsDue(after, RECORDS), Workbench::restate);
  }

  /** Another place may take a copy, or none: its row says nothing of that yet. */
  private void restateWhereDue(Workbench bench, long record) {
    Dossier dossier = bench.get(record);
    boolean isDue =
        mapping.sides().keySet().stream()
            .anyMatch(system -> !Due.of(mapping, dossier, system).isOver());
    if (isDue) {
      bench.restate(record);
    }
  }

  private interface Look {
    void at(Workbench bench, long record);
  }

  /** So few at once that no other node waits long. */
  private void pages(BiFunction<Transaction, Long, List<Long>> which, Look look) {
    long after = 0;
    do {
      long behind = after;
      after = store.inTransaction(mapping.type(), tx -> page(tx, which.apply(tx, behind), look));
    } while (after > 0);
  }

  /** Gives the last record of a full page; 0 where no other follows. */
  private long page(Transaction tx, List<Long> records, Look look) {
    Workbench bench = new Workbench(mapping, tx.dossiers(records));
    records.forEach(record -> look.at(bench, record));
    tx.save(SystemName.HUB, bench.finish(tx));
    return records.size() < RECORDS ? 0 : records.get(records.size() - 1);
  }

  private static void take(Workbench bench, long record, TakenOver taken) {
    Merged merged = taken.of(bench.get(record));
    if (!merged.dossier().equals(bench.get(record))) {
      bench.take(SystemName.HUB, merged, LedgerEntry.Event.OBSERVED, null, 0);
    }
  }

  private static void refer(Workbench bench, long record, List<Field> fields) {
    AgreedRecord now = bench.get(record).record();
    bench.changes().references(fields.stream().map(f -> Reference.of(now, f)).toList());
  }

  /** Another node may have come first: then its ticks count. */
  private List<FieldForm> remember(Transaction tx) {
    List<FieldForm> last = tx.forms().all();
    FormChange change = new FormChange(last, mapping);
    if (!change.isAny()) {
      return last;
    }
    List<FieldForm> forms = change.forms(tx.tick());
    tx.forms().replace(forms);
    tx.forms().forgetReferences(change.notReferring());
    change.unread().forEach(system -> readAgain(tx, system));
    return forms;
  }

  private void readAgain(Transaction tx, SystemName system) {
    for (String source : mapping.side(system).placement().locations()) {
      Checkpoint now = tx.checkpoint(system, source);
      tx.checkpoint(system, now.readAnew(tx.now()), null);
    }
  }

  private static Readings readings(List<FieldForm> forms) {
    Map<SystemName, Map<String, Readings.Since>> since = new HashMap<>();
    forms.forEach(
        form ->
            since
                .computeIfAbsent(form.system(), s -> new HashMap<>())
                .put(form.field(), form.since()));
    return new Readings(since);
  }
}
