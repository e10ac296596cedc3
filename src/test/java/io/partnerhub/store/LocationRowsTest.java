package io.partnerhub.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class LocationRowsTest {

  private static void isByHash(String condition) throws SQLException {
    assertThat(
            Plan.of(
                "select 1 from replica where type = :type and system = :system and " + condition))
        .anyMatch(line -> line.contains("hashed SubPlan"))
        .noneMatch(line -> line.contains("Join"));
  }

  @Test
  void what_a_sweep_did_not_find_is_looked_up_by_hash_not_row_by_row() throws SQLException {
    isByHash(LocationRows.ABSENT);
  }

  @Test
  void what_it_found_is_too() throws SQLException {
    isByHash(LocationRows.PRESENT);
  }

  @Test
  void calls_under_way_are_too_however_few_were_counted() throws SQLException {
    isByHash(LocationRows.JUDGED);
  }
}
