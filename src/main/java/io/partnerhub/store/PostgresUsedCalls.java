package io.partnerhub.store;

import io.partnerhub.model.SystemName;
import io.partnerhub.sync.system.Urgency;
import io.partnerhub.sync.system.UsedCalls;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The calls of one hub to one system; nodes that share a token have a share each. */
public final class PostgresUsedCalls implements UsedCalls {

  private final Jdbi jdbi;
  private final String hub;
  private final SystemName system;

  public PostgresUsedCalls(DataSource dataSource, String hub, SystemName system) {
    this.jdbi = Jdbi.create(dataSource);
    this.hub = hub;
    this.system = system;
  }

  private record Row(Instant begin, Urgency urgency, long calls) {}

  @Override
  public List<Slice> since(Instant begin) {
    Map<Instant, Map<Urgency, Long>> slices = new TreeMap<>();
    rows(begin)
        .forEach(
            row ->
                slices
                    .computeIfAbsent(row.begin(), at -> new EnumMap<>(Urgency.class))
                    .put(row.urgency(), row.calls()));
    return slices.entrySet().stream().map(s -> new Slice(s.getKey(), s.getValue())).toList();
  }

  private List<Row> rows(Instant begin) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select began_at, urgency, calls from used_calls"
                        + " where hub = :hub and system = :system and began_at >= :begin")
                .bind("hub", hub)
                .bind("system", system.value())
                .bind("begin", begin)
                .map(
                    (row, context) ->
                        new Row(
                            Rows.instant(row, "began_at"),
                            Urgency.valueOf(row.getString("urgency")),
                            row.getLong("calls")))
                .list());
  }

  /** One statement, so that it is one round trip. */
  @Override
  public void keep(Slice slice, Instant forgetBefore) {
    List<Map.Entry<Urgency, Long>> calls = List.copyOf(slice.calls().entrySet());
    List<String> urgencies = calls.stream().map(one -> one.getKey().name()).toList();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "with gone as (delete from used_calls where hub = :hub and system = :system"
                        + "   and began_at < :before)"
                        + " insert into used_calls (hub, system, began_at, urgency, calls)"
                        + " select :hub, :system, :begin, x.* from unnest("
                        + "   cast(:urgencies as text[]), cast(:calls as bigint[])) as x"
                        + " on conflict (hub, system, began_at, urgency)"
                        + " do update set calls = excluded.calls")
                .bind("hub", hub)
                .bind("system", system.value())
                .bind("before", forgetBefore)
                .bind("begin", slice.begin())
                .bindArray("urgencies", String.class, urgencies)
                .bindArray("calls", Long.class, calls.stream().map(Map.Entry::getValue).toList())
                .execute());
  }
}
