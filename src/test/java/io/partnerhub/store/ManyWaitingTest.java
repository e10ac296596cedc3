package io.partnerhub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.store.Claim;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A claim among 100,000 children whose parents are missing. */
class ManyWaitingTest {

  private static final int CHILDREN = 100_000;
  private static final int PARENTS = 10_000;

  private final PostgresStore store = TestStore.empty(Clock.systemUTC());
  private final Jdbi jdbi = TestStore.jdbi();

  @BeforeEach
  void fill() {
    jdbi.useHandle(
        h -> {
          h.execute(
              "insert into record (id, type, key, agreed, origins, held)"
                  + " select i, 'order', 'O' || i, '{}', '[]', '{}' from generate_series(1, ?) i",
              CHILDREN);
          h.execute(
              "insert into reference (record_id, field, type, to_type, to_key)"
                  + " select i, 'partner', 'order', 'partner', 'P' || i % ?"
                  + " from generate_series(1, ?) i",
              PARENTS, CHILDREN);
          h.execute(
              "insert into replica (record_id, system, type, state, holds, read_began, read_ended,"
                  + " wrote_ended, read_again, rendering, rewrites, failures, due, target, awaits)"
                  + " select i, 'salesforce', 'order', 'ABSENT', '{}', 0, 0, 0, 0, '[]', '{}', 0,"
                  + " true, 'Order', '{partner}' from generate_series(1, ?) i",
              CHILDREN);
          h.execute("analyze record, reference, replica");
        });
  }

  private void arrive(String key) {
    jdbi.useHandle(
        h -> {
          h.execute(
              "insert into record (id, type, key, agreed, origins, held)"
                  + " values (200001, 'partner', ?, '{}', '[]', '{}')",
              key);
          h.execute(
              "insert into replica (record_id, system, type, state, location, native_id, key,"
                  + " holds, read_began, read_ended, wrote_ended, read_again, rendering, rewrites,"
                  + " failures, due) values (200001, 'salesforce', 'partner', 'LINKED', 'Account',"
                  + " '001', ?, '{}', 0, 0, 0, 0, '[]', '{}', 0, false)",
              key);
        });
  }

  private static Claim claim() {
    return new Claim(
        new RecordType("order"),
        SystemName.SALESFORCE,
        Claim.Which.ALL,
        null,
        true,
        "",
        2_000,
        Instant.now().plusSeconds(60));
  }

  @Test
  void only_the_children_of_the_parent_that_came_are_claimed() {
    assertThat(store.claim(claim())).isEmpty();

    arrive("P7");

    assertThat(store.claim(claim()).orElseThrow().records()).hasSize(CHILDREN / PARENTS);
  }

  @Test
  void nothing_is_claimed_before_renamed_parents_were_followed() {
    arrive("P7");
    jdbi.useHandle(
        h ->
            h.execute(
                "insert into rename (type, to_type, old_key, new_key, system, reading, not_before,"
                    + " not_after) values ('order', 'partner', 'P7', 'P8', 'salesforce', 1, now(),"
                    + " now())"));
    assertThat(store.claim(claim())).isEmpty();

    jdbi.useHandle(h -> h.execute("delete from rename"));

    assertThat(store.claim(claim())).isPresent();
  }

  @Test
  void the_parents_are_looked_up_by_an_index() {
    List<String> plan =
        jdbi.withHandle(
            h ->
                h.createQuery("explain select p.target" + Claims.CLAIMABLE + " limit 1")
                    .bind("type", "order")
                    .bind("system", "salesforce")
                    .bind("now", Instant.now())
                    .mapTo(String.class)
                    .list());

    assertThat(plan)
        .anyMatch(line -> line.contains("replica_key"))
        .noneMatch(line -> line.contains("Seq Scan on replica"));
  }
}
