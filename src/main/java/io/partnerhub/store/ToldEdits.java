package io.partnerhub.store;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Suspect;
import io.partnerhub.sync.Told;
import io.partnerhub.sync.ToldEdit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What events told that fields were changed to, and the writes that it is compared with. */
final class ToldEdits {

  private final Handle handle;

  ToldEdits(Handle handle) {
    this.handle = handle;
  }

  void add(SystemName system, List<ToldEdit> edits, Instant now) {
    if (!edits.isEmpty()) {
      var rows =
          new Rowset<ToldEdit>()
              .text("type", e -> e.type().name())
              .text("system", e -> system.value())
              .text("location", e -> e.copy().location())
              .text("native_id", e -> e.copy().id())
              .text("event", ToldEdit::event)
              .text("field", ToldEdit::field)
              .text("value", ToldEdit::value)
              .flag("told", ToldEdit::told)
              .instant("at", ToldEdit::at)
              .flag("by_hub", ToldEdit::byHub)
              .instant("received_at", e -> now);
      rows.bind(handle, rows.insertInto("told_edit"), edits).execute();
    }
  }

  /** Writes whose own event may be there, and those that none will tell of any more. */
  Told ripe(RecordType type, SystemName system, int most, Instant now) {
    List<Suspect> suspects =
        handle
            .createQuery(
                "select s.* from suspect s where s.type = :type and s.system = :system"
                    + " and (s.since < :old or exists (select 1 from told_edit t"
                    + "   where t.system = s.system and t.type = s.type"
                    + "   and t.native_id = s.native_id and t.by_hub))"
                    + " order by s.id limit :most")
            .bind("type", type.name())
            .bind("system", system.value())
            .bind("old", now.minus(Told.KEPT))
            .bind("most", most)
            .map((row, context) -> Rows.suspect(row))
            .list();
    return new Told(suspects, suspects.isEmpty() ? List.of() : of(type, system, suspects));
  }

  private List<ToldEdit> of(RecordType type, SystemName system, List<Suspect> suspects) {
    return handle
        .createQuery(
            "select * from told_edit where system = :system and type = :type"
                + " and native_id = any(:copies) order by id")
        .bind("type", type.name())
        .bind("system", system.value())
        .bindArray(
            "copies", String.class, suspects.stream().map(s -> s.copy().id()).distinct().toList())
        .map((row, context) -> edit(type, row))
        .list();
  }

  private static ToldEdit edit(RecordType type, ResultSet row) throws SQLException {
    return new ToldEdit(
        row.getLong("id"),
        type,
        new NativeId(row.getString("location"), row.getString("native_id")),
        row.getString("event"),
        row.getString("field"),
        row.getString("value"),
        row.getBoolean("told"),
        Rows.instant(row, "at"),
        row.getBoolean("by_hub"));
  }

  /** Forgets what is of no more use, by copy up to an edit's id. */
  void heard(RecordType type, SystemName system, Map<String, Long> until) {
    if (!until.isEmpty()) {
      List<String> copies = new ArrayList<>(until.keySet());
      handle
          .createUpdate(
              "delete from told_edit t using unnest(cast(:copies as text[]), cast(:ids as bigint[]))"
                  + " as x(copy, id) where t.system = :system and t.type = :type"
                  + " and t.native_id = x.copy and t.id <= x.id")
          .bind("type", type.name())
          .bind("system", system.value())
          .bindArray("copies", String.class, copies)
          .bindArray("ids", Long.class, copies.stream().map(until::get).toList())
          .execute();
    }
  }
}
