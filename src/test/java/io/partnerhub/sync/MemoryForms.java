package io.partnerhub.sync;

import io.partnerhub.sync.store.FieldForms;
import java.util.List;
import java.util.Set;

/** By which mapping the copies in memory were read. */
final class MemoryForms implements FieldForms {

  private final MemoryTables tables;

  MemoryForms(MemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public List<Long> heldBeside(Set<String> fields, int limit) {
    return tables.records.values().stream()
        .filter(record -> !fields.containsAll(record.held().keySet()))
        .map(AgreedRecord::id)
        .limit(limit)
        .toList();
  }
}
