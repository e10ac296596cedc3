package io.partnerhub.sync.held;

import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.merge.Merged;
import io.partnerhub.sync.merge.TakenOver;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.store.Transaction;
import io.partnerhub.sync.store.Workbench;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Ends what is held of fields that the mapping has no more: nobody could decide it. */
public final class NoLongerMapped {

  private static final int RECORDS = 500;

  private final Store store;
  private final Mapping mapping;
  private final Set<String> fields;

  /** Of one type. */
  public NoLongerMapped(Store store, Mapping mapping) {
    this.store = store;
    this.mapping = mapping;
    this.fields = mapping.fields().stream().map(Field::name).collect(Collectors.toSet());
  }

  /** Releases all of it; gives of how many records. */
  public int release() {
    int released = 0;
    int page;
    do {
      page = store.inTransaction(mapping.type(), this::page);
      released += page;
    } while (page == RECORDS);
    return released;
  }

  private int page(Transaction tx) {
    List<Long> records = tx.forms().heldBeside(fields, RECORDS);
    if (!records.isEmpty()) {
      Workbench bench = new Workbench(mapping, tx.dossiers(records));
      records.forEach(record -> release(bench, record));
      tx.save(SystemName.HUB, bench.finish(tx));
    }
    return records.size();
  }

  private void release(Workbench bench, long record) {
    Merged released = new TakenOver(mapping, Set.of()).of(bench.get(record));
    bench.take(SystemName.HUB, released, LedgerEntry.Event.OBSERVED, null, 0);
  }
}
