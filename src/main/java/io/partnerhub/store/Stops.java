package io.partnerhub.store;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.store.Stop;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Where the guard on mass change waits for a person. */
final class Stops {

  private Stops() {}

  static List<Stop> of(Handle handle, RecordType type) {
    return handle
        .createQuery(
            "select s.*, (select count(*) from replica r where r.type = s.type"
                + "   and r.system = s.system and r.location = s.location and r.state = 'LINKED')"
                + "   as known, count(k.native_id) filter (where not k.missing) as changed,"
                + " count(k.native_id) filter (where k.missing) as missing"
                + " from stop s left join kept k on k.type = s.type and k.system = s.system"
                + "   and k.location = s.location and k.mark = 'WAITS'"
                + " where s.type = :type and "
                + SideRows.isNamed("s")
                + " group by s.type, s.system, s.location"
                + " order by s.since, s.system, s.location")
        .bind("type", type.name())
        .map((row, context) -> stop(row, type))
        .list();
  }

  private static Stop stop(ResultSet row, RecordType type) throws SQLException {
    return new Stop(
        type,
        new SystemName(row.getString("system")),
        row.getString("location"),
        Rows.instant(row, "since"),
        row.getInt("changed"),
        row.getInt("missing"),
        row.getInt("known"),
        row.getInt("at_most"));
  }
}
