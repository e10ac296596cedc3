package io.partnerhub.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * The messages about systems: that one is left alone, paused, or back. They lie beside those about
 * letters, and are sent, tried again and shown like those.
 */
public final class Alerts {

  private static final int MOST_AT_ONCE = 50;

  /** When a message was sent is known by the lease that it was sent under. */
  private static final String RAISE =
      "with over as (update escalation set state = 'DROPPED' where system = :system"
          + "   and event = :ended and state = 'WAITING' and attempts = 0 and try_at > :now"
          + "   and way = any(:ways) returning way)"
          + " insert into escalation (way, system, account, event, why, state, made_at, try_at)"
          + " select x.way, :system, '', :event, :sentence, 'WAITING', :now,"
          + "   greatest(:now, (select max(m.try_at) + make_interval(secs => :every - :lease)"
          + "     from escalation m where m.way = x.way and m.system = :system"
          + "     and m.event = :event and m.state = 'SENT'))"
          + " from unnest(cast(:ways as text[])) as x(way)"
          + " where x.way not in (select way from over)"
          + " and not exists (select 1 from escalation m where m.way = x.way"
          + "   and m.system = :system and m.event = :event and m.state = 'WAITING')";

  private final Jdbi jdbi;
  private final Clock clock;
  private final Duration every;
  private final Set<Digest.Way> ways;

  /**
   * @param every at most one message in so long on the same event of a system, each way
   * @param ways those that are switched on; a task is no way to tell of a system
   */
  public Alerts(DataSource dataSource, Clock clock, Duration every, Set<Digest.Way> ways) {
    this.jdbi = Jdbi.create(dataSource);
    this.clock = clock;
    this.every = every;
    this.ways = ways;
  }

  /**
   * Keeps what is to be told: at once, or where the same was told not long ago, once that is over.
   * What is over before it was told is not told.
   *
   * @param event such as AWAY
   * @param ended the event that this one ends, such as BACK
   * @param sentence for people, without secrets
   */
  public void raise(String system, String event, String ended, String sentence) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(RAISE)
                .bind("system", system)
                .bind("event", event)
                .bind("ended", ended)
                .bind("sentence", sentence)
                .bind("now", clock.instant())
                .bind("every", every.toSeconds())
                .bind("lease", Escalations.LEASE.toSeconds())
                .bindArray("ways", String.class, namesOfWays())
                .execute());
  }

  /** Takes those that are to be sent now. */
  public List<SystemAlert> due() {
    Instant now = clock.instant();
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "update escalation set attempts = attempts + 1, try_at = :lease"
                        + " where id in (select id from escalation where state = 'WAITING'"
                        + "   and event is not null and try_at <= :now and way = any(:ways)"
                        + "   order by id limit :most for update skip locked) returning *")
                .bind("now", now)
                .bind("lease", now.plus(Escalations.LEASE))
                .bind("most", MOST_AT_ONCE)
                .bindArray("ways", String.class, namesOfWays())
                .map((row, context) -> alert(row))
                .list());
  }

  private List<String> namesOfWays() {
    return ways.stream().filter(way -> way != Digest.Way.TASK).map(Enum::name).toList();
  }

  private static SystemAlert alert(ResultSet row) throws SQLException {
    return new SystemAlert(
        row.getLong("id"),
        Digest.Way.valueOf(row.getString("way")),
        row.getString("system"),
        row.getInt("attempts"),
        row.getString("event"),
        row.getString("why"),
        Rows.instant(row, "made_at"));
  }
}
