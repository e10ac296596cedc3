package io.partnerhub.store;

import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Hearing;
import io.partnerhub.sync.Hint;
import io.partnerhub.sync.Inbox;
import io.partnerhub.sync.Notice;
import io.partnerhub.sync.Told;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The inbox in PostgreSQL: what is acknowledged survives the hub's death. */
public final class PostgresInbox implements Inbox {

  /**
   * How long a notice is known again: longer than Salesforce keeps events (72 h) and than
   * Smartsheet tries a callback again (14 times, the later ones every 3 h).
   */
  private static final Duration KNOWN_FOR = Duration.ofHours(96);

  private static final int PAGE = 5_000;

  private final Jdbi jdbi;
  private final Clock clock;
  private final int most;
  private final Duration oldest;

  /**
   * @param most hints of a system that may wait
   * @param oldest how long the first of a system may wait before no more of it are taken in
   */
  public PostgresInbox(DataSource dataSource, Clock clock, int most, Duration oldest) {
    this.jdbi = Jdbi.create(dataSource);
    this.clock = clock;
    this.most = most;
    this.oldest = oldest;
  }

  @Override
  public Receipt take(SystemName system, String source, List<Notice> notices, Hearing hearing) {
    Instant now = clock.instant();
    return jdbi.inTransaction(
        handle -> {
          if (!hasRoom(handle, system, now)) {
            return Receipt.FULL;
          }
          Set<String> fresh = fresh(handle, source, notices, now);
          store(handle, system, notices, fresh, now);
          if (hearing != null) {
            hear(handle, system, source, hearing, now);
          }
          return fresh.isEmpty() && !notices.isEmpty() ? Receipt.DUPLICATE : Receipt.STORED;
        });
  }

  /**
   * By the ends of the index: a count would read all that waits, at each notice. Only where those
   * are far apart, as when others come and go while one waits, is it counted.
   */
  private boolean hasRoom(Handle handle, SystemName system, Instant now) {
    return handle
        .createQuery(
            "select (coalesce((select max(id) - min(id) + 1 from hint"
                + "   where system = :system), 0) < :most"
                + " or (select count(*) from (select 1 from hint where system = :system"
                + "   limit :most) waiting) < :most)"
                + " and coalesce((select received_at from hint where system = :system"
                + "   order by id limit 1), :now) > :oldest")
        .bind("most", most)
        .bind("system", system.value())
        .bind("now", now)
        .bind("oldest", now.minus(oldest))
        .mapTo(Boolean.class)
        .one();
  }

  private static Set<String> fresh(
      Handle handle, String source, List<Notice> notices, Instant now) {
    if (notices.isEmpty()) {
      return Set.of();
    }
    return Set.copyOf(
        handle
            .createQuery(
                "insert into notice (source, key, received_at)"
                    + " select :source, x.key, :now from unnest(cast(:keys as text[])) as x(key)"
                    + " order by x.key on conflict do nothing returning key")
            .bind("source", source)
            .bind("now", now)
            .bindArray("keys", String.class, notices.stream().map(Notice::key).toList())
            .mapTo(String.class)
            .list());
  }

  private static void store(
      Handle handle, SystemName system, List<Notice> notices, Set<String> fresh, Instant now) {
    List<Notice> news = notices.stream().filter(notice -> fresh.contains(notice.key())).toList();
    List<Hint> hints = news.stream().flatMap(notice -> notice.hints().stream()).toList();
    new ToldEdits(handle)
        .add(system, news.stream().flatMap(notice -> notice.edits().stream()).toList(), now);
    if (!hints.isEmpty()) {
      var rows =
          new Rowset<Hint>()
              .text("system", h -> system.value())
              .text("location", Hint::location)
              .text("native_id", Hint::id)
              .flag("own", Hint::own)
              .instant("received_at", h -> now);
      rows.bind(handle, rows.insertInto("hint"), hints).execute();
    }
  }

  /** Of two nodes that listen, what one has stored is told, wherever the other is. */
  private static void hear(
      Handle handle, SystemName system, String source, Hearing hearing, Instant now) {
    handle
        .createUpdate(
            "insert into hearing as h (source, system, position, told_until, heard_at)"
                + " values (:source, :system, :position, :until, :now)"
                + " on conflict (source) do update"
                + " set system = excluded.system, position = excluded.position,"
                + " told_until = greatest(h.told_until, excluded.told_until),"
                + " heard_at = excluded.heard_at")
        .bind("source", source)
        .bind("system", system.value())
        .bind("position", hearing.position())
        .bind("until", hearing.toldUntil())
        .bind("now", now)
        .execute();
  }

  @Override
  public Optional<String> position(String source) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select position from hearing where source = :source")
                .bind("source", source)
                .mapTo(String.class)
                .findOne());
  }

  @Override
  public Waiting waiting(SystemName system, Whose whose, int atMost) {
    List<Long> ids = new ArrayList<>();
    List<Instant> arrivals = new ArrayList<>();
    Set<Hint> hints = new LinkedHashSet<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "select id, received_at, location, native_id, own from hint where system = :system"
                        + " and (:own or not own) order by id limit :most")
                .bind("system", system.value())
                .bind("own", whose == Whose.ANYBODYS)
                .bind("most", atMost)
                .map(
                    (row, context) -> {
                      ids.add(row.getLong("id"));
                      arrivals.add(row.getObject("received_at", OffsetDateTime.class).toInstant());
                      return new Hint(
                          row.getString("location"),
                          row.getString("native_id"),
                          row.getBoolean("own"));
                    })
                .forEach(hints::add));
    return new Waiting(whose, ids, arrivals, hints);
  }

  /** By their ids: one with a lower number may be stored after they were looked at. */
  @Override
  public void done(Waiting waiting) {
    if (!waiting.ids().isEmpty()) {
      jdbi.useTransaction(
          handle -> {
            handle.execute("set local synchronous_commit = off"); // else they are read once more
            handle
                .createUpdate("delete from hint where id = any(:ids)")
                .bindArray("ids", Long.class, waiting.ids())
                .execute();
          });
    }
  }

  /** Forgets notices that can no longer come again. */
  public void prune() {
    prune("notice", KNOWN_FOR);
    prune("told_edit", Told.KEPT);
  }

  /** In pages: nothing long is held while they go. */
  private void prune(String table, Duration keep) {
    String page =
        "delete from "
            + table
            + " where ctid = any(array(select ctid from "
            + table
            + " where received_at < :before limit :page))";
    Instant before = clock.instant().minus(keep);
    int some;
    do {
      some =
          jdbi.withHandle(
              handle ->
                  handle.createUpdate(page).bind("before", before).bind("page", PAGE).execute());
    } while (some == PAGE);
  }
}
