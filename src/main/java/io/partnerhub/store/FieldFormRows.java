package io.partnerhub.store;

import io.partnerhub.model.RecordType;
import io.partnerhub.sync.store.FieldForms;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** By which mapping the copies of one type were read. */
final class FieldFormRows implements FieldForms {

  private final Handle handle;
  private final RecordType type;

  FieldFormRows(Handle handle, RecordType type) {
    this.handle = handle;
    this.type = type;
  }

  @Override
  public List<Long> heldBeside(Set<String> fields, int limit) {
    return handle
        .createQuery(
            "select id from record where type = :type and held <> '{}'"
                + " and exists (select from jsonb_object_keys(held) f where f <> all(:fields))"
                + " order by id limit :limit")
        .bind("type", type.name())
        .bindArray("fields", String.class, List.copyOf(fields))
        .bind("limit", limit)
        .mapTo(Long.class)
        .list();
  }
}
