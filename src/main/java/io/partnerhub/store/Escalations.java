package io.partnerhub.store;

import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.system.Backoff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The messages about dead letters: each letter is in one message a way, whatever becomes of it. A
 * message waits until it was sent or its letters are closed; a hub that dies amid sending sends it
 * again.
 */
public final class Escalations {

  /** More letters than these are only counted in a message. */
  public static final int MOST_LINES = 20;

  private static final int MOST_AT_ONCE = 50;

  /** A hub that died amid sending has sent or not by then. */
  static final Duration LEASE = Duration.ofMinutes(2);

  private static final Backoff BACKOFF = new Backoff(Duration.ofMinutes(1), Duration.ofHours(1));

  /** The account of the letter's record, or of a record that it refers to. */
  private static final String ACCOUNT =
      "(select min(p.native_id) from replica p"
          + " where p.system = 'salesforce' and p.location = 'Account' and p.state = 'LINKED'"
          + " and p.record_id in (select l.record_id union all select r.id from reference f"
          + "   join record r on r.type = f.to_type and r.key = f.to_key"
          + "   where f.record_id = l.record_id))";

  private final Jdbi jdbi;
  private final Clock clock;
  private final Duration every;

  /**
   * How one way stands.
   *
   * @param failing messages that were tried and not sent
   * @param tryAt when the next of them is tried; null when none fails
   * @param lastError of the one that was tried last; null when none fails
   */
  public record Standing(Digest.Way way, int failing, Instant tryAt, String lastError) {}

  /**
   * @param every at most one message in so long on the same system and reason, each way
   */
  public Escalations(DataSource dataSource, Clock clock, Duration every) {
    this.jdbi = Jdbi.create(dataSource);
    this.clock = clock;
    this.every = every;
  }

  /**
   * Puts open letters into messages, and takes those that are to be sent now.
   *
   * @param ways those that are switched on
   */
  public List<Digest> due(Set<Digest.Way> ways) {
    return jdbi.inTransaction(
        handle -> {
          handle.execute(
              "select pg_advisory_xact_lock(hashtext('partner-hub'), hashtext('escalation'))");
          ways.forEach(way -> make(handle, way));
          return take(handle, ways);
        });
  }

  /** The account is looked for once a letter, however often it is named. */
  static String made(Digest.Way way) {
    return "with fresh as materialized (select l.id, l.reason_class, l.system, "
        + (way == Digest.Way.TASK ? ACCOUNT : "''")
        + " as account from dead_letter l where l.state = 'OPEN'"
        + " and l.reason_class = any(:reasons)"
        + " and not exists (select 1 from escalated e where e.letter = l.id and e.way = :way)),"
        + " ripe as (select * from fresh f where f.account is not null and not exists ("
        + "   select 1 from escalation m where m.way = :way and m.system = f.system"
        + "   and m.reason_class = f.reason_class and m.account = f.account"
        + "   and m.made_at > :since)),"
        + " made as (insert into escalation"
        + "   (way, reason_class, system, account, state, made_at, try_at)"
        + "   select :way, reason_class, system, account, 'WAITING', :now, :now"
        + "   from ripe group by reason_class, system, account"
        + "   returning id, reason_class, system, account)"
        + " insert into escalated (letter, way, escalation)"
        + " select r.id, :way, m.id from ripe r join made m using (reason_class, system, account)";
  }

  private void make(Handle handle, Digest.Way way) {
    at(handle.createUpdate(made(way)))
        .bind("way", way.name())
        .bind("since", clock.instant().minus(every))
        .bindArray("reasons", String.class, reasons(way))
        .execute();
  }

  /** A task is for what the record's owner can mend; of the rest there may be thousands. */
  private static List<String> reasons(Digest.Way way) {
    return Arrays.stream(ReasonClass.values())
        .filter(r -> way != Digest.Way.TASK || r.mender() == ReasonClass.Mender.OWNER)
        .map(Enum::name)
        .toList();
  }

  private List<Digest> take(Handle handle, Set<Digest.Way> ways) {
    drop(handle);
    String sql =
        "with taken as (update escalation set attempts = attempts + 1, try_at = :lease"
            + " where id in (select id from escalation where state = 'WAITING'"
            + "   and event is null and try_at <= :now and way = any(:ways) order by try_at, id limit :most)"
            + " returning *),"
            + " told as (select e.escalation, l.type, coalesce(l.key, '#' || l.record_id) as key,"
            + "   l.sentence, row_number() over w as place, count(*) over (partition by e.escalation) as n"
            + "   from taken t join escalated e on e.escalation = t.id"
            + "   join dead_letter l on l.id = e.letter and l."
            + Saving.OPEN_LETTER
            + "   window w as (partition by e.escalation order by l.id))"
            + " select t.*, d.type, d.key, d.sentence, d.n from taken t"
            + " join told d on d.escalation = t.id and d.place <= :lines order by t.id, d.place";
    Map<Long, Digest> digests = new LinkedHashMap<>();
    at(handle.createQuery(sql))
        .bind("lease", clock.instant().plus(LEASE))
        .bind("most", MOST_AT_ONCE)
        .bind("lines", MOST_LINES)
        .bindArray("ways", String.class, ways.stream().map(Enum::name).toList())
        .map(
            (row, context) -> {
              Digest one = digest(row);
              digests.putIfAbsent(one.id(), one);
              return digests.get(one.id()).first().add(line(row));
            })
        .list();
    return List.copyOf(digests.values());
  }

  private static Digest.Line line(ResultSet row) throws SQLException {
    return new Digest.Line(row.getString("type"), row.getString("key"), row.getString("sentence"));
  }

  private static Digest digest(ResultSet row) throws SQLException {
    return new Digest(
        row.getLong("id"),
        Digest.Way.valueOf(row.getString("way")),
        ReasonClass.valueOf(row.getString("reason_class")),
        row.getString("system"),
        row.getString("account"),
        row.getInt("attempts"),
        Rows.instant(row, "made_at"),
        row.getInt("n"),
        new ArrayList<>());
  }

  /** Nobody is told of what was mended meanwhile. */
  private void drop(Handle handle) {
    at(handle.createUpdate(
            "update escalation m set state = 'DROPPED' where m.state = 'WAITING'"
                + " and m.event is null"
                + " and m.try_at <= :now and not exists (select 1 from escalated e"
                + "   join dead_letter l on l.id = e.letter and l."
                + Saving.OPEN_LETTER
                + "   where e.escalation = m.id)"))
        .execute();
  }

  /** People were told. */
  public void sent(Message message) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update escalation set state = 'SENT', last_error = null where id = :id")
                .bind("id", message.id())
                .execute());
  }

  /**
   * People could not be told.
   *
   * @param why without secrets
   * @return when it is tried again
   */
  public Instant failed(Message message, String why) {
    Instant again = clock.instant().plus(BACKOFF.after(message.attempt()));
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update escalation set try_at = :again, last_error = :why where id = :id")
                .bind("again", again)
                .bind("why", why)
                .bind("id", message.id())
                .execute());
    return again;
  }

  /** The ways by which people could not be told of something that they still need to know. */
  public List<Standing> failing() {
    String sql =
        "select way, count(*) as n, min(try_at) as try_at,"
            + " (array_agg(last_error order by try_at desc))[1] as last_error"
            + " from escalation where state = 'WAITING' and last_error is not null"
            + " group by way order by way";
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(sql)
                .map(
                    (row, context) ->
                        new Standing(
                            Digest.Way.valueOf(row.getString("way")),
                            row.getInt("n"),
                            Rows.instant(row, "try_at"),
                            row.getString("last_error")))
                .list());
  }

  private <S extends SqlStatement<S>> S at(S statement) {
    return statement.bind("now", clock.instant());
  }
}
