package io.partnerhub.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RereadsTest {

  @BeforeEach
  void empty() {
    TestStore.empty(Clock.systemUTC());
  }

  @Test
  void calls_under_way_and_kept_copies_are_looked_up_by_hash_however_few_were_counted()
      throws SQLException {
    assertThat(Plan.of(Rereads.DUE))
        .anyMatch(line -> line.contains("record_id = (hashed SubPlan"))
        .anyMatch(line -> line.contains("native_id = (hashed SubPlan"))
        .noneMatch(line -> line.contains("Anti Join"));
  }

  @Test
  void no_look_goes_by_the_strays_that_are_not_to_be_read_again() throws SQLException {
    TestStore.jdbi()
        .useHandle(
            h -> {
              h.execute(
                  "insert into stray (type, system, native_id, location, key, why, until_tick,"
                      + " look_again, since) select 'partner', 'smartsheet', 'R' || i, 'Tracker',"
                      + " 'P' || i, 'DOUBLE_KEY', 0, false, now() from generate_series(1, 2000) i");
              h.execute("analyze stray");
            });

    assertThat(Plan.of(Rereads.DUE)).anyMatch(line -> line.contains("stray_again"));
  }
}
