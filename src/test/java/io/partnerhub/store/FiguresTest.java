package io.partnerhub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FiguresTest {

  private final Jdbi jdbi = TestStore.jdbi();

  @BeforeEach
  void empty_tables() {
    TestStore.empty(Clock.systemUTC());
  }

  @Test
  void an_add_whose_key_another_copy_there_still_has_is_held_as_no_claim_takes_it() {
    insert(1, "B", "LINKED", "row-1", "A");
    insert(2, "A", "ABSENT", null, null);

    assertThat(TestStore.figures().reasons(10))
        .extracting(Figures.Reason::standing, Figures.Reason::what, Figures.Reason::sentence)
        .containsExactly(
            tuple(Figures.Standing.HELD, "A", "several copies in smartsheet have this key"));
  }

  @Test
  void an_add_whose_key_is_free_is_due() {
    insert(1, "B", "LINKED", "row-1", "B");
    insert(2, "A", "ABSENT", null, null);

    assertThat(TestStore.figures().counts())
        .extracting(Figures.Count::standing)
        .containsExactlyInAnyOrder(Figures.Standing.DUE, Figures.Standing.IN_SYNC);
  }

  private void insert(long record, String key, String state, String nativeId, String keyThere) {
    jdbi.useHandle(
        h -> {
          h.createUpdate(
                  "insert into record (id, type, key, agreed, origins, held)"
                      + " values (:id, 'partner', :key, '{}', '[]', '{}')")
              .bind("id", record)
              .bind("key", key)
              .execute();
          h.createUpdate(
                  "insert into replica (record_id, system, type, state, native_id, key, holds,"
                      + " read_began, read_ended, wrote_ended, read_again, rendering, rewrites,"
                      + " failures, due) values (:id, 'smartsheet', 'partner', :state, :nativeId,"
                      + " :keyThere, '{}', 0, 0, 0, 0, '[]', '{}', 0, :due)")
              .bind("id", record)
              .bind("state", state)
              .bind("nativeId", nativeId)
              .bind("keyThere", keyThere)
              .bind("due", nativeId == null)
              .execute();
        });
  }
}
