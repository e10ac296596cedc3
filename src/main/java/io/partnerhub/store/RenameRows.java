package io.partnerhub.store;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Origin;
import io.partnerhub.sync.store.Parent;
import io.partnerhub.sync.store.Rename;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The renames that the references of a type have yet to follow. */
final class RenameRows {

  /**
   * No rename {@code n} is followed while it would mix two parents' children: another record had
   * the new key before, or its children have yet to leave it. A record's own follow each other.
   */
  private static final String WAITS =
      "(exists (select 1 from record o where o.type = n.to_type and o.key = n.new_key"
          + "   and o.id <> n.record_id and not exists (select 1 from rename l"
          + "     where l.type = n.type and l.record_id = o.id and l.new_key = n.new_key"
          + "     and l.id > n.id))"
          + " or exists (select 1 from rename e where e.type = n.type and e.to_type = n.to_type"
          + "   and (e.record_id <> n.record_id and e.old_key = n.new_key"
          + "     or e.record_id = n.record_id and e.id < n.id)))";

  private RenameRows() {}

  /** There is a rename to follow for a type of children. */
  static String exist(String type) {
    return "exists (select 1 from rename n where n.type = " + type + " and not " + WAITS + ")";
  }

  static boolean exist(Handle handle, RecordType children) {
    return handle
        .createQuery("select " + exist(":type"))
        .bind("type", children.name())
        .mapTo(Boolean.class)
        .one();
  }

  static Optional<Rename> next(Handle handle, RecordType children) {
    return handle
        .createQuery(
            "select * from rename n where n.type = :type and not "
                + WAITS
                + " order by n.id limit 1")
        .bind("type", children.name())
        .map((row, context) -> rename(row))
        .findOne();
  }

  private static Rename rename(ResultSet row) throws SQLException {
    return new Rename(
        row.getLong("id"),
        row.getLong("record_id"),
        new RecordType(row.getString("type")),
        new Parent(new RecordType(row.getString("to_type")), row.getString("old_key")),
        row.getString("new_key"),
        new Origin(
            new SystemName(row.getString("system")),
            row.getLong("reading"),
            "",
            Rows.instant(row, "not_before"),
            Rows.instant(row, "not_after")));
  }

  /** Where the last rename of the record still waits, its children never had the key between. */
  static String insert(Rowset<Rename> renames) {
    return "with x as (select * from "
        + renames.from()
        + "), waited as (delete from rename n using x"
        + "   where n.record_id = x.record_id and n.type = x.type and n.to_type = x.to_type"
        + "   and n.new_key = x.old_key and "
        + WAITS
        + "   returning n.record_id, n.type, n.old_key)"
        + " insert into rename (record_id, type, to_type, old_key, new_key, system, reading,"
        + "   not_before, not_after)"
        + " select x.record_id, x.type, x.to_type, coalesce(w.old_key, x.old_key), x.new_key,"
        + "   x.system, x.reading, x.not_before, x.not_after"
        + " from x left join waited w on w.record_id = x.record_id and w.type = x.type"
        + " where coalesce(w.old_key, x.old_key) <> x.new_key";
  }
}
