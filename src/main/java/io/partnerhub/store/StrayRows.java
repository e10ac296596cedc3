package io.partnerhub.store;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Stray;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Copies of one type and system that somebody is to look at, or that are to be told of. */
record StrayRows(Handle handle, RecordType type, SystemName system) {

  /** Strays on which the reason is to be told by now, longest first. */
  List<NativeId> untold(Set<Stray.Why> whys, Instant now, int limit) {
    return ids(
        handle
            .createQuery(
                "select location, native_id from stray where type = :type and system = :system"
                    + " and why not in ('TOO_EARLY', 'REPLACED') and told is distinct from why"
                    + " and not look_again and (tell_at is null or tell_at <= :now)"
                    + " and why = any(:whys) order by since, native_id limit :limit")
            .bindArray("whys", String.class, whys.stream().map(Enum::name).toList()),
        now,
        limit);
  }

  /** Strays and replicas that are to be read again by now. */
  List<NativeId> orReplicasToReadAgain(Instant now, int limit) {
    return ids(
        handle.createQuery(
            "select location, native_id from replica r"
                + " where type = :type and system = :system and read_again > 0"
                + " and native_id is not null and (look_at is null or look_at <= :now)"
                + " and not exists (select 1 from attempt a where a.record_id = r.record_id"
                + "   and a.system = r.system and a.closed = 0)"
                + " and not exists (select 1 from kept k where k.type = r.type"
                + "   and k.system = r.system and k.native_id = r.native_id and k.mark = 'WAITS')"
                + " union all"
                + " select location, native_id from stray"
                + " where type = :type and system = :system and look_again"
                + " and (look_at is null or look_at <= :now)"
                + " limit :limit"),
        now,
        limit);
  }

  private List<NativeId> ids(Query query, Instant now, int limit) {
    return query
        .bind("type", type.name())
        .bind("system", system.value())
        .bind("now", now)
        .bind("limit", limit)
        .map((row, context) -> Rows.nativeId(row))
        .list();
  }
}
