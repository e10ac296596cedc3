package io.partnerhub.store;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Stray;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Copies of no record, of one type and system. */
record StrayRows(Handle handle, RecordType type, SystemName system) {

  /** Those on which the reason is to be told by now, longest first. */
  List<NativeId> untold(Set<Stray.Why> whys, Instant now, int limit) {
    return handle
        .createQuery(
            "select location, native_id from stray where type = :type and system = :system"
                + " and why not in ('TOO_EARLY', 'REPLACED') and told is distinct from why"
                + " and not look_again and (tell_at is null or tell_at <= :now)"
                + " and why = any(:whys) order by since, native_id limit :limit")
        .bindArray("whys", String.class, whys.stream().map(Enum::name).toList())
        .bind("type", type.name())
        .bind("system", system.value())
        .bind("now", now)
        .bind("limit", limit)
        .map((row, context) -> Rows.nativeId(row))
        .list();
  }
}
