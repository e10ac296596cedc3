package io.partnerhub.store;

import io.partnerhub.sync.Decision;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** One store for all tests of a run; each test begins with empty tables. */
public final class TestStore {

  private static final Database DATABASE = start();

  private static final String FILLED =
      Stream.of(
              "record",
              "kept",
              "passed",
              "stop",
              "reference",
              "rename",
              "replica",
              "linked",
              "attempt",
              "stray",
              "checkpoint",
              "suspect",
              "ledger",
              "rollup_due",
              "rollup_form",
              "side",
              "field_form",
              "dead_letter",
              "escalation",
              "escalated",
              "connector_act",
              "hint",
              "told_edit",
              "notice",
              "hearing",
              "door_path",
              "used_calls",
              "subscription",
              "replay_job")
          .map(table -> "select '%1$s' where exists (select from %1$s)".formatted(table))
          .collect(Collectors.joining(" union all "));

  private TestStore() {}

  private static Database start() {
    return Database.at(TestServer.newStore(), TestServer.USER, null);
  }

  public static PostgresStore empty(Clock clock) {
    jdbi().useHandle(TestStore::clear);
    return kept(clock, MappedSystems.ANY);
  }

  /** What an earlier hub left, for one with other mappings. */
  public static PostgresStore kept(Clock clock, MappedSystems mapped) {
    return new PostgresStore(DATABASE.dataSource(), clock, "test", mapped);
  }

  /** Only what was filled: the server makes new files for every table that it truncates. */
  private static void clear(Handle handle) {
    List<String> filled = handle.createQuery(FILLED).mapTo(String.class).list();
    if (!filled.isEmpty()) {
      handle.execute("truncate " + String.join(", ", filled) + " cascade");
    }
  }

  /** An inbox with room. */
  public static PostgresInbox inbox(Clock clock) {
    return new PostgresInbox(
        DATABASE.dataSource(), clock, Integer.MAX_VALUE, java.time.Duration.ofDays(1));
  }

  public static Figures figures() {
    return new Figures(DATABASE.dataSource());
  }

  public static ConnectorActs connectorActs(Clock clock) {
    return new ConnectorActs(DATABASE.dataSource(), clock);
  }

  public static PostgresJobBook jobBook() {
    return new PostgresJobBook(DATABASE.dataSource());
  }

  public static PostgresQueue queue() {
    return new PostgresQueue(DATABASE.dataSource());
  }

  public static javax.sql.DataSource dataSource() {
    return DATABASE.dataSource();
  }

  public static Jdbi jdbi() {
    return Jdbi.create(DATABASE.dataSource());
  }

  /** Places whose kept count is not what there is: that, and what they have. */
  public static List<String> miscounted() {
    return jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        "select concat_ws(' ', type, system, location, copies, there)"
                            + " from (select type, system, location, count(*) as there"
                            + "   from replica where state = 'LINKED' group by 1, 2, 3) counted"
                            + " full join linked using (type, system, location)"
                            + " where coalesce(copies, 0) <> coalesce(there, 0) order by 1")
                    .mapTo(String.class)
                    .list());
  }

  /** Every decision in the ledger, in order. */
  public static List<Decision> decisions() {
    return jdbi()
        .withHandle(
            h ->
                h.createQuery("select decisions from ledger order by id")
                    .mapTo(String.class)
                    .list())
        .stream()
        .flatMap(json -> JsonColumns.decisions(json).stream())
        .toList();
  }
}
