package io.partnerhub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.sync.Decision;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpgradeTest {

  private static final String SCHEMA = "upgraded";

  private final Jdbi jdbi = TestStore.jdbi();

  @BeforeEach
  @AfterEach
  void without_the_schema() {
    jdbi.useHandle(h -> h.execute("drop schema if exists " + SCHEMA + " cascade"));
  }

  @Test
  void ledger_entries_of_the_first_version_say_the_same_after_an_upgrade() {
    migrate("1");
    insert(
        "[[\"LINKED\",null,null,null,\"first contact\"],"
            + "[\"ACCEPTED\",\"city\",\"Bonn\",\"Köln\",\"shared, latest\"]]");
    insert("[]");

    migrate("latest");

    assertThat(decisions())
        .containsExactly(
            List.of(
                new Decision(Decision.Verdict.LINKED, null, null, null, "first contact"),
                new Decision(Decision.Verdict.ACCEPTED, "city", "Bonn", "Köln", "shared, latest")),
            List.of());
  }

  @Test
  void copies_that_were_there_before_they_were_counted_count() {
    migrate("26");
    jdbi.useHandle(
        h ->
            h.inTransaction(
                t ->
                    t.execute("set local search_path to " + SCHEMA)
                        + t.execute(
                            "insert into record (id, type, key, agreed, origins, held)"
                                + " select i, 'partner', 'K' || i, '{}', '[]', '{}'"
                                + " from generate_series(1, 3) i")
                        + t.execute(
                            "insert into replica (record_id, system, type, state, location,"
                                + " native_id, holds, read_began, read_ended, wrote_ended,"
                                + " read_again, rendering, rewrites, failures, due)"
                                + " select i, 'smartsheet', 'partner',"
                                + " case i when 3 then 'GONE' else 'LINKED' end, 'Tracker',"
                                + " 'R' || i, '{}', 0, 0, 0, 0, '[]', '{}', 0, false"
                                + " from generate_series(1, 3) i")));

    migrate("latest");

    List<String> counts =
        jdbi.withHandle(
            h ->
                h.createQuery(
                        "select concat_ws(' ', type, system, location, copies) from "
                            + SCHEMA
                            + ".linked")
                    .mapTo(String.class)
                    .list());
    assertThat(counts).containsExactly("partner smartsheet Tracker 2");
  }

  @Test
  void a_system_that_lacks_records_from_before_gets_them_after_an_upgrade() {
    migrate("30.1");
    jdbi.useHandle(
        h ->
            h.inTransaction(
                t -> {
                  t.execute("set local search_path to " + SCHEMA);
                  t.execute(
                      "insert into record (id, type, key, agreed, origins, held)"
                          + " values (1, 'order', 'K1', '{}', '[]', '{}')");
                  t.execute(
                      "insert into replica (record_id, system, type, state, holds, read_began,"
                          + " read_ended, wrote_ended, read_again, rendering, rewrites, failures,"
                          + " due, telling) values (1, 'salesforce', 'order', 'ABSENT', '{}',"
                          + " 0, 0, 0, 0, '[]', '{}', 0, true, false)");
                  return t.execute(
                      "insert into checkpoint (type, system, source, complete, version, settled,"
                          + " surplus) select 'order', s, s, true, 0, true, 0"
                          + " from unnest(array['salesforce', 'fulfillment']) s");
                }));

    migrate("latest");

    List<String> sides =
        jdbi.withHandle(
            h ->
                h.createQuery(
                        "select concat_ws(' ', system, named, stated_to) from "
                            + SCHEMA
                            + ".side order by system")
                    .mapTo(String.class)
                    .list());
    assertThat(sides).containsExactly("fulfillment t 0", "salesforce t");
  }

  private static void migrate(String target) {
    Flyway.configure()
        .dataSource(TestStore.dataSource())
        .schemas(SCHEMA)
        .target(target)
        .load()
        .migrate();
  }

  private void insert(String decisions) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    "insert into "
                        + SCHEMA
                        + ".ledger (at, type, record_id, system, event, reading, attempt, decisions)"
                        + " values (now(), 'partner', 1, 'salesforce', 'OBSERVED', 1, 0,"
                        + " cast(:decisions as jsonb))")
                .bind("decisions", decisions)
                .execute());
  }

  private List<List<Decision>> decisions() {
    return jdbi
        .withHandle(
            h ->
                h.createQuery("select decisions from " + SCHEMA + ".ledger order by id")
                    .mapTo(String.class)
                    .list())
        .stream()
        .map(JsonColumns::decisions)
        .toList();
  }
}
