package io.partnerhub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.sync.store.Claim;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClaimsTest {

  @BeforeEach
  void empty() {
    TestStore.empty(Clock.systemUTC());
  }

  private static List<String> plan(Claim.Which which) throws SQLException {
    return Plan.of(
        "select p.target" + Claims.CLAIMABLE + Claims.only(which) + " order by 1 limit 1");
  }

  @Test
  void calls_under_way_and_kept_copies_are_looked_up_by_hash_however_few_were_counted()
      throws SQLException {
    assertThat(plan(Claim.Which.ALL))
        .anyMatch(line -> line.contains("record_id = (hashed SubPlan"))
        .anyMatch(line -> line.contains("native_id = (hashed SubPlan"));
  }

  @Test
  void a_look_for_updates_goes_by_no_copy_whose_write_rests() throws SQLException {
    Copies.linked(2_000, "due = true, fate = 'GIVEN_UP'");

    assertThat(plan(Claim.Which.UPDATES))
        .anyMatch(line -> line.contains("replica_due_update"))
        .noneMatch(line -> line.contains("GIVEN_UP"));
  }
}
