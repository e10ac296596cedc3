package io.partnerhub.store;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Copies of one type in one system that are to be read again. */
final class Rereads {

  static final String DUE =
      "select location, native_id from replica"
          + " where type = :type and system = :system and read_again > 0"
          + " and native_id is not null and (look_at is null or look_at <= :now)"
          + " and record_id not in (select a.record_id from attempt a"
          + "   where a.type = :type and a.system = :system and a.closed = 0)"
          + " and native_id not in (select k.native_id from kept k"
          + "   where k.type = :type and k.system = :system and k.mark = 'WAITS')"
          + " union all"
          + " select location, native_id from stray"
          + " where type = :type and system = :system and look_again"
          + " and (look_at is null or look_at <= :now)"
          + " limit :limit";

  private final Handle handle;
  private final RecordType type;
  private final SystemName system;

  Rereads(Handle handle, RecordType type, SystemName system) {
    this.handle = handle;
    this.type = type;
    this.system = system;
  }

  /** Strays included; those on which a call may be under way, or that the guard keeps, are not. */
  List<NativeId> due(Instant now, int limit) {
    return of(handle.createQuery(DUE))
        .bind("now", now)
        .bind("limit", limit)
        .map((row, context) -> Rows.nativeId(row))
        .list();
  }

  void later(Collection<String> nativeIds, Instant at) {
    for (String table : List.of("replica", "stray")) {
      String sql =
          "update "
              + table
              + " set look_at = :at where type = :type and system = :system"
              + " and native_id = any(:ids)";
      of(handle.createUpdate(sql))
          .bind("at", at)
          .bindArray("ids", String.class, List.copyOf(nativeIds))
          .execute();
    }
  }

  private <S extends SqlStatement<S>> S of(S statement) {
    return statement.bind("type", type.name()).bind("system", system.value());
  }
}
