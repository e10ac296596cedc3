package io.partnerhub.sync;

import io.partnerhub.sync.store.FieldForm;
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
  public List<FieldForm> all() {
    return List.copyOf(tables.forms);
  }

  @Override
  public void replace(List<FieldForm> all) {
    tables.forms.clear();
    tables.forms.addAll(all);
  }

  @Override
  public List<Long> records(long after, int limit) {
    return tables.records.keySet().stream().filter(id -> id > after).limit(limit).toList();
  }

  @Override
  public List<Long> recordsDue(long after, int limit) {
    return records(after, Integer.MAX_VALUE).stream()
        .filter(id -> tables.standings.get(id).values().stream().anyMatch(s -> !s.due.isOver()))
        .limit(limit)
        .toList();
  }

  /** There is one type only. */
  @Override
  public void forgetReferences(Set<String> fields) {}

  @Override
  public List<Long> heldBeside(Set<String> fields, int limit) {
    return tables.records.values().stream()
        .filter(record -> !fields.containsAll(record.held().keySet()))
        .map(AgreedRecord::id)
        .limit(limit)
        .toList();
  }
}
