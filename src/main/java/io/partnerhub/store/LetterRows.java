package io.partnerhub.store;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.store.Letter;
import io.partnerhub.sync.store.Letters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The dead letters of one type within a transaction. */
final class LetterRows implements Letters {

  private static final String OBSTACLES =
      "select id, obstacle from (select l.id, case"
          + "  when "
          + Claims.BARRED
          + " then 'another record or copy has its key too'"
          + "  when w.to_key is not null then "
          + Figures.WAITS_FOR
          + "  when exists (select 1 from kept k where k.type = p.type and k.system = p.system"
          + "    and k.native_id = p.native_id)"
          + " then 'too much changed there at once: see hub held list' end as obstacle"
          + " from dead_letter l join replica p on p.record_id = l.record_id and p.system = l.system"
          + " join record r on r.id = p.record_id"
          + Waiting.FIRST_MISSING
          + " where l.type = :type and l.id = any(:ids)) x where obstacle is not null";

  private final Handle handle;
  private final RecordType type;
  private final Instant now;

  LetterRows(Handle handle, RecordType type, Instant now) {
    this.handle = handle;
    this.type = type;
    this.now = now;
  }

  @Override
  public Map<Long, Letter> find(Collection<Long> ids) {
    Map<Long, Letter> letters = new HashMap<>();
    handle
        .createQuery(
            "select l.id, l.record_id, l.system, l.state,"
                + " not exists (select 1 from dead_letter n where n.record_id = l.record_id"
                + "   and n.system = l.system and n.id > l.id) as newest"
                + " from dead_letter l where l.type = :type and l.id = any(:ids)")
        .bind("type", type.name())
        .bindArray("ids", Long.class, List.copyOf(ids))
        .map((row, context) -> letter(row))
        .forEach(letter -> letters.put(letter.id(), letter));
    return letters;
  }

  @Override
  public Map<Long, String> obstacles(Collection<Long> ids) {
    Map<Long, String> obstacles = new HashMap<>();
    handle
        .createQuery(OBSTACLES)
        .bind("type", type.name())
        .bindArray("ids", Long.class, List.copyOf(ids))
        .map((row, context) -> Map.entry(row.getLong("id"), row.getString("obstacle")))
        .forEach(entry -> obstacles.put(entry.getKey(), entry.getValue()));
    return obstacles;
  }

  @Override
  public void move(Collection<Long> ids, Letter.State from, Letter.State to) {
    handle
        .createUpdate(
            "update dead_letter set state = :to,"
                + " closed_at = case when cast(:open as boolean) then null"
                + "   else cast(:now as timestamptz) end"
                + " where type = :type and id = any(:ids) and state = :from")
        .bind("to", to.name())
        .bind("open", to.isOpen())
        .bind("now", now)
        .bind("type", type.name())
        .bindArray("ids", Long.class, List.copyOf(ids))
        .bind("from", from.name())
        .execute();
  }

  @Override
  public void assign(long id, String to) {
    handle
        .createUpdate("update dead_letter set assigned_to = :to where type = :type and id = :id")
        .bind("to", to)
        .bind("type", type.name())
        .bind("id", id)
        .execute();
  }

  private static Letter letter(ResultSet row) throws SQLException {
    return new Letter(
        row.getLong("id"),
        row.getLong("record_id"),
        new SystemName(row.getString("system")),
        Letter.State.valueOf(row.getString("state")),
        row.getBoolean("newest"));
  }
}
