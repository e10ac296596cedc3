package io.partnerhub.store;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Attempts whose answers were lost. */
final class LostCalls {

  /** They can no longer land, and were not closed yet. */
  private static final String CLOSABLE = "type = :type and closed = 0 and lost_at <= :before";

  private final Handle handle;
  private final RecordType type;

  LostCalls(Handle handle, RecordType type) {
    this.handle = handle;
    this.type = type;
  }

  /** Whether there are any to be closed. */
  boolean canBeClosed(Instant lostBefore) {
    return handle
        .createQuery("select exists (select 1 from attempt where " + CLOSABLE + ")")
        .bind("type", type.name())
        .bind("before", lostBefore)
        .mapTo(Boolean.class)
        .one();
  }

  /** They can no longer land: their replicas are to be read again. */
  int close(Instant lostBefore) {
    String sql =
        "with closed as (update attempt set closed = nextval('tick') where "
            + CLOSABLE
            + "   returning record_id, system, closed)"
            + " update replica r set read_again = c.closed, claim = null, lease_until = null"
            + " from closed c where r.record_id = c.record_id and r.system = c.system";
    return handle.createUpdate(sql).bind("type", type.name()).bind("before", lostBefore).execute();
  }

  /** Keys of what may have been made and is nowhere, oldest first, with the attempts. */
  Map<String, Long> adds(SystemName system, int limit) {
    Map<String, Long> adds = new LinkedHashMap<>();
    handle
        .createQuery(
            "select a.key, a.id from attempt a where a.type = :type and a.system = :system"
                + " and a.lost_at is not null and a.closed > 0 and a.key is not null"
                + " and (a.action = 'ADD' or a.action = 'MOVE' and exists (select 1 from replica r"
                + "   where r.record_id = a.record_id and r.system = a.system"
                + "   and r.native_id is null))"
                + " order by a.id limit :limit")
        .bind("type", type.name())
        .bind("system", system.value())
        .bind("limit", limit)
        .map((row, context) -> adds.put(row.getString("key"), row.getLong("id")))
        .list();
    return adds;
  }
}
