package io.partnerhub.store;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.store.HeldCopy;
import io.partnerhub.sync.store.HeldKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What waits for people. */
final class HeldRows {

  private final Handle handle;
  private final RecordType type;

  HeldRows(Handle handle, RecordType type) {
    this.handle = handle;
    this.type = type;
  }

  List<Long> records(long after, int limit) {
    return query(
            "select id from record where type = :type and held <> '{}' and id > :after"
                + " order by id limit :limit",
            limit)
        .bind("after", after)
        .mapTo(Long.class)
        .list();
  }

  List<HeldCopy> copies(int limit) {
    return query(
            "select * from stray s where type = :type and why <> 'REPLACED' and "
                + SideRows.isNamed("s")
                + " order by since, system, native_id limit :limit",
            limit)
        .map((row, context) -> copy(row))
        .list();
  }

  List<HeldKey> keys(int limit) {
    return query(
            "select key, array_agg(id order by id) as ids from record"
                + " where type = :type and key is not null"
                + " group by key having count(*) > 1 order by key limit :limit",
            limit)
        .map(
            (row, context) ->
                new HeldKey(
                    type, row.getString("key"), List.of((Long[]) row.getArray("ids").getArray())))
        .list();
  }

  private HeldCopy copy(ResultSet row) throws SQLException {
    return new HeldCopy(
        type, new SystemName(row.getString("system")), Rows.stray(row), Rows.instant(row, "since"));
  }

  private Query query(String sql, int limit) {
    return handle.createQuery(sql).bind("type", type.name()).bind("limit", limit);
  }
}
