package io.partnerhub.store;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.store.Parent;
import io.partnerhub.sync.store.References;
import io.partnerhub.sync.store.Rename;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The references of one type, and the renames that they have yet to follow. */
final class ReferenceRows implements References {

  private final Handle handle;
  private final RecordType type;

  ReferenceRows(Handle handle, RecordType type) {
    this.handle = handle;
    this.type = type;
  }

  @Override
  public Map<Long, Parent> overdue(SystemName system, Instant dueBefore, int limit) {
    Map<Long, Parent> overdue = new HashMap<>();
    handle
        .createQuery(
            "select p.record_id, w.to_type, w.to_key from replica p"
                + Waiting.FIRST_MISSING
                + " where p.type = :type and p.system = :system and p.due"
                + " and p.awaits is not null and p.due_since <= :before"
                + " and p.fate not in ('GIVEN_UP', 'DISCARDED')"
                + " and p.reason_code is distinct from :code and w.to_key is not null"
                + " and not exists (select 1 from record o join replica c on c.record_id = o.id"
                + "  where o.type = w.to_type and o.key = w.to_key and c.system = p.system"
                + "  and c.due and c.reason_code is null)"
                + " limit :limit")
        .bind("type", type.name())
        .bind("system", system.value())
        .bind("before", dueBefore)
        .bind("code", Parent.MISSING)
        .bind("limit", limit)
        .map(
            (row, context) ->
                overdue.put(
                    row.getLong("record_id"),
                    new Parent(new RecordType(row.getString("to_type")), row.getString("to_key"))))
        .list();
    return overdue;
  }

  @Override
  public Optional<Rename> nextRename() {
    return RenameRows.next(handle, type);
  }

  @Override
  public List<Long> children(Parent parent, int limit) {
    return handle
        .createQuery(
            "select distinct record_id from reference"
                + " where to_type = :toType and to_key = :key and type = :type"
                + " order by record_id limit :limit")
        .bind("toType", parent.type().name())
        .bind("key", parent.key())
        .bind("type", type.name())
        .bind("limit", limit)
        .mapTo(Long.class)
        .list();
  }

  @Override
  public void followed(Rename rename) {
    handle.createUpdate("delete from rename where id = :id").bind("id", rename.id()).execute();
  }
}
