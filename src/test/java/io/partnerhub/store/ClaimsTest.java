package io.partnerhub.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ClaimsTest {

  @Test
  void calls_under_way_and_kept_copies_are_looked_up_by_hash_however_few_were_counted()
      throws SQLException {
    assertThat(Plan.of("select p.target" + Claims.CLAIMABLE + " order by 1 limit 1"))
        .anyMatch(line -> line.contains("record_id = (hashed SubPlan"))
        .anyMatch(line -> line.contains("native_id = (hashed SubPlan"));
  }
}
