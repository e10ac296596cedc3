package io.partnerhub.sync.store;

import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.RecordType;
import io.partnerhub.sync.AgreedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a record's reference field now holds, as agreed.
 *
 * @param record the record that refers
 * @param key the parent's business key; null when the field is empty
 */
public record Reference(long record, String field, RecordType to, String key) {

  /** What a field of a record refers to. */
  public static Reference of(AgreedRecord record, Field field) {
    String key = record.agreed().get(field.name());
    return new Reference(record.id(), field.name(), field.refersTo(), key);
  }

  /**
   * The references of a record that differ from what they were.
   *
   * @param old null for a new record
   */
  static List<Reference> changed(Mapping mapping, AgreedRecord old, AgreedRecord record) {
    List<Reference> changed = new ArrayList<>();
    for (Field field : mapping.references()) {
      String was = old == null ? null : old.agreed().get(field.name());
      String is = record.agreed().get(field.name());
      if (!Objects.equals(was, is)) {
        changed.add(of(record, field));
      }
    }
    return changed;
  }
}
