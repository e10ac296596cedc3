package io.partnerhub.store;

import io.partnerhub.model.SystemName;
import io.partnerhub.sync.store.Told;
import io.partnerhub.sync.system.Hearing;
import io.partnerhub.sync.system.Hint;
import io.partnerhub.sync.system.Inbox;
import io.partnerhub.sync.system.Notice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** The inbox in PostgreSQL: what is acknowledged survives the hub's death. */
public final class PostgresInbox implements Inbox {

  /**
   * How long a notice is known again: longer than Salesforce keeps events (72 h) and than
   * Smartsheet tries a callback again (14 times, the later ones every 3 h).
   */
  private static final Duration KNOWN_FOR = Duration.ofHours(96);

  private static final int PAGE = 5_000;

  /** What a read of others' takes along is no work for itself. */
  private static final int MOST_ALONG = 200;

  /** The answer to the write behind a hint is stored by then: else it would be read once more. */
  private static final Duration SETTLED = Duration.ofSeconds(1);

  private static final String ANYBODYS =
      "select id, received_at, location, native_id, own from hint where system = :system"
          + " and received_at <= :settled order by id limit :most";

  private static final String OTHERS =
      "with others as (select id, received_at, location, native_id, own from hint"
          + "   where system = :system and not own order by id limit :most)"
          + " select * from others union all"
          + " (select id, received_at, location, native_id, own from hint"
          + "   where system = :system and own and received_at <= :settled"
          + "   and location in (select location from others) order by id limit :along)";

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

  /** In one statement where nothing but hints comes: callbacks come one by one, and many. */
  @Override
  public Receipt take(SystemName system, String source, List<Notice> notices, Hearing hearing) {
    Instant now = clock.instant();
    boolean hintsAlone =
        hearing == null && notices.stream().allMatch(notice -> notice.edits().isEmpty());
    return hintsAlone
        ? jdbi.withHandle(handle -> store(handle, system, source, notices, now).receipt(notices))
        : jdbi.inTransaction(handle -> take(handle, system, source, notices, hearing, now));
  }

  private Receipt take(
      Handle handle,
      SystemName system,
      String source,
      List<Notice> notices,
      Hearing hearing,
      Instant now) {
    TakenIn taken = store(handle, system, source, notices, now);
    if (taken.hadRoom()) {
      new ToldEdits(handle).add(system, taken.edits(notices), now);
      if (hearing != null) {
        hear(handle, system, source, hearing, now);
      }
    }
    return taken.receipt(notices);
  }

  private TakenIn store(
      Handle handle, SystemName system, String source, List<Notice> notices, Instant now) {
    return TakenIn.by(handle, system, source, notices, new TakenIn.Room(most, oldest), now);
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
    Map<Long, Hint> hints = new LinkedHashMap<>();
    List<Instant> arrivals = new ArrayList<>();
    jdbi.useHandle(
        handle ->
            query(handle, whose)
                .bind("system", system.value())
                .bind("most", atMost)
                .map(
                    (row, context) -> {
                      boolean own = row.getBoolean("own");
                      if (!own) {
                        arrivals.add(Rows.instant(row, "received_at"));
                      }
                      Hint hint =
                          new Hint(row.getString("location"), row.getString("native_id"), own);
                      return Map.entry(row.getLong("id"), hint);
                    })
                .forEach(hint -> hints.put(hint.getKey(), hint.getValue())));
    return new Waiting(whose, hints, arrivals);
  }

  private Query query(Handle handle, Whose whose) {
    Query query =
        whose == Whose.ANYBODYS
            ? handle.createQuery(ANYBODYS)
            : handle.createQuery(OTHERS).bind("along", MOST_ALONG);
    return query.bind("settled", clock.instant().minus(SETTLED));
  }

  /** By their ids: one with a lower number may be stored after they were looked at. */
  @Override
  public void done(Waiting waiting) {
    if (!waiting.ids().isEmpty()) {
      jdbi.useHandle(
          handle ->
              new RoundTrip(handle) // a transaction by itself
                  // Else they are read once more.
                  .run("select set_config('synchronous_commit', 'off', true)")
                  .run("delete from hint where id = any(:ids)")
                  .with(all -> all.bindArray("ids", Long.class, waiting.ids()))
                  .make());
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
