package io.partnerhub.store;

import io.partnerhub.sync.Stray;
import io.partnerhub.sync.store.Parent;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Counts of what the store holds, for status and reports. */
public final class Figures {

  /** Where a replica or a stray stands; every one is in exactly one of these. */
  public enum Standing {
    IN_SYNC,
    DUE,
    HELD,
    WAITING,
    FAILING,
    DELETED,
    STRAY
  }

  /**
   * A count.
   *
   * @param type record type
   * @param oldest since when the oldest of them is due, held or set aside; null where none is
   */
  public record Count(
      String type, String system, Standing standing, int replicas, Instant oldest) {}

  /**
   * Something held, waiting or failing, and why, in a sentence for people.
   *
   * @param since when its write became due, or a field was held; null when neither is
   */
  public record Reason(
      String type, String system, Standing standing, String what, String sentence, Instant since) {}

  /** What replica {@code p} waits for, where {@link Waiting#FIRST_MISSING} found it. */
  static final String WAITS_FOR =
      "'waits for ' || w.to_type || ' ' || w.to_key || ', which '"
          + " || case when not exists (select 1 from record o where o.type = w.to_type"
          + "     and o.key = w.to_key) then 'no system has'"
          + "   when exists (select 1 from record o join replica c on c.record_id = o.id"
          + "     where o.type = w.to_type and o.key = w.to_key and c.system = p.system"
          + "     and c.state = 'GONE') then 'was deleted in ' || p.system"
          + "   else 'is not in ' || p.system || ' yet' end";

  private static final String STANDINGS =
      "select p.type, p.system, r.key, p.native_id, r.held, p.reason, p.blocked, r.id,"
          + " case when p.due then p.due_since"
          + "  when r.held <> '{}' then (select min(cast(h.value->>'since' as timestamptz))"
          + "    from jsonb_each(r.held) h)"
          + "  end as since,"
          + " case when w.to_key is not null then "
          + WAITS_FOR
          + " end as waits,"
          + " case"
          + "  when p.state = 'GONE' then 'DELETED'"
          + "  when "
          + Claims.BARRED
          + " then 'HELD'"
          + "  when w.to_key is not null and p.reason_code is distinct from '"
          + Parent.MISSING
          + "' then 'WAITING'"
          + "  when p.due and p.reason_code is not null then 'FAILING'"
          + "  when p.due then 'DUE'"
          + "  when p.blocked is not null then 'WAITING'"
          + "  when r.held <> '{}' then 'HELD'"
          + "  else 'IN_SYNC' end as standing"
          + " from replica p join record r on r.id = p.record_id"
          + Waiting.FIRST_MISSING
          + " where "
          + SideRows.isNamed("p");

  private static final String STRAYS =
      " from stray s where s.why <> 'REPLACED' and " + SideRows.isNamed("s");

  private final Jdbi jdbi;

  public Figures(DataSource dataSource) {
    this.jdbi = Jdbi.create(dataSource);
  }

  /** How many replicas stand where, by type and system. */
  public List<Count> counts() {
    String sql =
        "select type, system, standing, count(*) as n, min(since) as oldest from ("
            + STANDINGS
            + ") x group by type, system, standing"
            + " union all select type, system, 'STRAY', count(*), min(since)"
            + STRAYS
            + " group by type, system"
            + " order by 1, 2, 3";
    return jdbi.withHandle(
        h ->
            h.createQuery(sql)
                .map(
                    (row, context) ->
                        new Count(
                            row.getString("type"),
                            row.getString("system"),
                            Standing.valueOf(row.getString("standing")),
                            row.getInt("n"),
                            Rows.instant(row, "oldest")))
                .list());
  }

  /**
   * What needs someone, with its reason.
   *
   * @param limit most reasons to give, at least 1
   */
  public List<Reason> reasons(int limit) {
    String sql =
        "select type, system, standing, coalesce(key, native_id, id::text) as what, since,"
            + " coalesce(waits, reason, blocked,"
            + "  (select string_agg(h.key || ': ' || (h.value->>'sentence'), '; ')"
            + "    from jsonb_each(held) h),"
            + "  case when native_id is null then 'several copies in ' || system || ' have this key'"
            + "   else 'another record has this key too' end) as sentence from ("
            + STANDINGS
            + ") x where standing in ('HELD', 'WAITING', 'FAILING')"
            + " union all select type, system, 'STRAY', 'row ' || native_id"
            + "   || coalesce(' (' || key || ')', ''), null, why"
            + STRAYS
            + " order by 1, 2, 3, 4 limit :limit";
    return jdbi.withHandle(
        h ->
            h.createQuery(sql)
                .bind("limit", limit)
                .map(
                    (row, context) ->
                        reason(
                            row.getString("type"),
                            row.getString("system"),
                            Standing.valueOf(row.getString("standing")),
                            row.getString("what"),
                            row.getString("sentence"),
                            Rows.instant(row, "since")))
                .list());
  }

  private static Reason reason(
      String type, String system, Standing standing, String what, String sentence, Instant since) {
    boolean stray = standing == Standing.STRAY;
    return new Reason(
        type,
        system,
        standing,
        what,
        stray ? Stray.Why.valueOf(sentence).sentence() : sentence,
        since);
  }
}
