package io.partnerhub.store;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Suspect;
import io.partnerhub.sync.store.Told;
import io.partnerhub.sync.system.ToldEdit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
          new Rowset<ToldEdit>("told")
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

  /**
   * Writes whose own event may be there, and those that none will tell of any more. The edits are
   * looked at after those: what was told until then is among them.
   */
  Told ripe(RecordType type, SystemName system, int most, Instant now) {
    List<Suspect> suspects = new ArrayList<>();
    Set<Long> untold = new HashSet<>();
    handle
        .createQuery(
            "select * from (select s.*, s.since < :old or s.suspected_at < h.until as untold"
                + "   from suspect s cross join (select coalesce(max(told_until), :old)"
                + "     - make_interval(secs => :late) as until from hearing"
                + "     where system = :system) h"
                + "   where s.type = :type and s.system = :system) s"
                + " where untold or exists (select 1 from told_edit t"
                + "   where t.system = s.system and t.type = s.type"
                + "   and t.native_id = s.native_id and t.by_hub)"
                + " order by id limit :most")
        .bind("type", type.name())
        .bind("system", system.value())
        .bind("old", now.minus(Told.KEPT))
        .bind("late", Told.LATE.toSeconds())
        .bind("most", most)
        .map(
            (row, context) -> {
              Suspect suspect = Rows.suspect(row);
              if (row.getBoolean("untold")) {
                untold.add(suspect.id());
              }
              return suspect;
            })
        .forEach(suspects::add);
    List<ToldEdit> edits = suspects.isEmpty() ? List.of() : of(type, system, suspects);
    return new Told(suspects, untold, edits);
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
