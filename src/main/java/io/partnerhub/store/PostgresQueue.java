package io.partnerhub.store;

import io.partnerhub.deadletter.DeadLetter;
import io.partnerhub.deadletter.Depth;
import io.partnerhub.deadletter.Filter;
import io.partnerhub.deadletter.Queue;
import io.partnerhub.ledger.Line;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.store.Letter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** The dead letters on PostgreSQL; locks nothing. */
public final class PostgresQueue implements Queue {

  private static final String FILTERED =
      " from dead_letter where state = any(:states) and id > :after"
          + " and (cast(:class as text) is null or reason_class = :class)"
          + " and (cast(:system as text) is null or system = :system)"
          + " and (cast(:type as text) is null or type = :type)"
          + " and (cast(:code as text) is null or code = :code)"
          + " and (cast(:key as text) is null or lower(key) = lower(:key))"
          + " and (cast(:assigned as text) is null or coalesce(assigned_to, :nobody) = :assigned)"
          + " and (cast(:before as timestamptz) is null or since <= :before)";

  private final Jdbi jdbi;

  public PostgresQueue(DataSource dataSource) {
    this.jdbi = Jdbi.create(dataSource);
    this.jdbi.registerArrayType(Long.class, "bigint");
    this.jdbi.registerArrayType(String.class, "text");
  }

  @Override
  public List<DeadLetter> list(Filter filter, long after, int limit, Instant now) {
    return jdbi.withHandle(
        h ->
            bind(
                    h.createQuery("select *" + FILTERED + " order by id limit :limit"),
                    filter,
                    after,
                    now)
                .bind("limit", limit)
                .map((row, context) -> letter(row))
                .list());
  }

  @Override
  public int count(Filter filter, long after, Instant now) {
    return jdbi.withHandle(
        h ->
            bind(h.createQuery("select count(*)" + FILTERED), filter, after, now)
                .mapTo(Integer.class)
                .one());
  }

  private static Query bind(Query query, Filter filter, long after, Instant now) {
    return query
        .bindArray("states", String.class, filter.states().stream().map(Enum::name).toList())
        .bind("after", after)
        .bind("class", filter.kind() == null ? null : filter.kind().name())
        .bind("system", filter.system())
        .bind("type", filter.type())
        .bind("code", filter.code())
        .bind("key", filter.key())
        .bind("assigned", filter.assigned())
        .bind("nobody", Filter.NOBODY)
        .bind("before", filter.older() == null ? null : now.minus(filter.older()));
  }

  @Override
  public Optional<DeadLetter> find(long id) {
    return jdbi.withHandle(
        h ->
            h.createQuery("select * from dead_letter where id = :id")
                .bind("id", id)
                .map((row, context) -> letter(row))
                .findOne());
  }

  @Override
  public Depth depth() {
    return jdbi.withHandle(PostgresQueue::depth);
  }

  /** One pass over the queue, counted by each and in all. */
  private static Depth depth(Handle handle) {
    List<Group> groups =
        handle
            .createQuery(
                "select reason_class, system, type, count(*) as n, min(since) as oldest"
                    + " from dead_letter where "
                    + Saving.OPEN_LETTER
                    + " group by grouping sets ((reason_class), (system), (type), ())"
                    + " order by reason_class, system, type")
            .map((row, context) -> group(row))
            .list();
    Group all = groups.stream().filter(Group::isAll).findFirst().orElseThrow();
    return new Depth(
        all.letters,
        all.oldest,
        counts(groups, Group::kind),
        counts(groups, Group::system),
        counts(groups, Group::type));
  }

  /** Letters that have one thing in common, whose others are null; or all letters. */
  private record Group(String kind, String system, String type, int letters, Instant oldest) {

    private boolean isAll() {
      return kind == null && system == null && type == null;
    }
  }

  private static Group group(ResultSet row) throws SQLException {
    String kind = row.getString("reason_class");
    return new Group(
        kind == null ? null : ReasonClass.valueOf(kind).word(),
        row.getString("system"),
        row.getString("type"),
        row.getInt("n"),
        Rows.instant(row, "oldest"));
  }

  private static List<Depth.Count> counts(List<Group> groups, Function<Group, String> name) {
    return groups.stream()
        .filter(group -> name.apply(group) != null)
        .map(group -> new Depth.Count(name.apply(group), group.letters))
        .toList();
  }

  @Override
  public Map<Long, Letter.State> states(Collection<Long> ids) {
    Map<Long, Letter.State> states = new HashMap<>();
    jdbi.useHandle(
        h ->
            h.createQuery("select id, state from dead_letter where id = any(:ids)")
                .bindArray("ids", Long.class, List.copyOf(ids))
                .map(
                    (row, context) ->
                        Map.entry(row.getLong("id"), Letter.State.valueOf(row.getString("state"))))
                .forEach(entry -> states.put(entry.getKey(), entry.getValue())));
    return states;
  }

  @Override
  public List<Line> story(DeadLetter letter, int most) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select * from ledger where record_id = :record and system = :system"
                        + " and at >= :from and (attempt <> 0 or event in"
                        + " ('ESCALATED', 'REPLAYED', 'DISCARDED', 'RESTORED', 'ASSIGNED'))"
                        + " order by id desc limit :most")
                .bind("record", letter.record())
                .bind("system", letter.system().value())
                .bind("from", letter.firstAt())
                .bind("most", most)
                .map((row, context) -> PostgresLedger.line(row))
                .list());
  }

  private static DeadLetter letter(ResultSet row) throws SQLException {
    return new DeadLetter(
        row.getLong("id"),
        new RecordType(row.getString("type")),
        row.getLong("record_id"),
        new SystemName(row.getString("system")),
        row.getString("key"),
        row.getString("action"),
        row.getString("location"),
        row.getString("native_id"),
        Json.texts(row.getString("sent")),
        new Outcome.Reason(
            ReasonClass.valueOf(row.getString("reason_class")),
            row.getString("code"),
            row.getString("sentence"),
            row.getString("answer")),
        row.getInt("attempts"),
        Rows.instant(row, "first_at"),
        Rows.instant(row, "last_at"),
        row.getString("mapping_version"),
        Letter.State.valueOf(row.getString("state")),
        Rows.instant(row, "since"),
        Rows.instant(row, "closed_at"),
        row.getString("assigned_to"));
  }
}
