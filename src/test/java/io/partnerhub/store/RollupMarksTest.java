package io.partnerhub.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class RollupMarksTest {

  @Test
  void the_keys_that_are_taken_are_looked_up_by_hash_however_few_marks_were_counted()
      throws SQLException {
    assertThat(Plan.of(RollupMarks.TAKE))
        .anyMatch(line -> line.contains("hashed SubPlan"))
        .noneMatch(line -> line.contains("Join"));
  }
}
