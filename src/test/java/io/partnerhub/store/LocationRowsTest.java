package io.partnerhub.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LocationRowsTest {

  @Test
  void what_a_sweep_did_not_find_is_looked_up_by_hash_not_row_by_row() {
    List<String> plan =
        TestStore.jdbi()
            .withHandle(
                h ->
                    h.createQuery(
                            "explain select record_id from replica where " + LocationRows.ABSENT)
                        .bindArray("ids", String.class, List.of("1", "2"))
                        .mapTo(String.class)
                        .list());

    assertThat(plan).anyMatch(line -> line.contains("hashed SubPlan"));
  }
}
