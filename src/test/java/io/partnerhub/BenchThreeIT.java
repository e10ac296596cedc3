package io.partnerhub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All record types in all systems, few of each; the times say nothing and are not judged. */
class BenchThreeIT {

  @TempDir static Path directory;
  private static Reported reported;
  private static Launch launch;
  private static JsonNode run;

  @BeforeAll
  static void measure() throws Exception {
    reported =
        Reported.of(
            directory,
            "bench",
            "three",
            "--partners",
            "20",
            "--orders",
            "40",
            "--activations",
            "60");
    launch = reported.launch();
    run = reported.report().path("run");
  }

  @Test
  void all_copies_agree_after_the_first_sync_and_after_the_change() {
    for (String stage : new String[] {"first", "change"}) {
      JsonNode agreement = run.path(stage).path("agreement");

      assertThat(agreement.path("faults")).isEmpty();
      assertThat(agreement.path("compared").asInt()).isEqualTo(120);
    }
  }

  @Test
  void the_first_sync_writes_near_the_floor_in_each_system() {
    JsonNode calls = run.path("first").path("calls");

    assertThat(calls.path("fulfillment").path("writes").asInt()).isEqualTo(2);
    assertThat(calls.path("salesforce").path("writes").asInt()).isBetween(3, 4);
    assertThat(calls.path("smartsheet").path("writes").asInt()).isBetween(3, 5);
  }

  @Test
  void what_fulfillment_delivers_is_written_to_the_others_and_not_back() {
    JsonNode calls = run.path("change").path("calls");

    assertThat(calls.path("fulfillment").path("writes").asInt()).isZero();
    assertThat(calls.path("salesforce").path("writes").asInt()).isEqualTo(3);
    assertThat(calls.path("smartsheet").path("writes").asInt()).isEqualTo(3);
  }

  @Test
  void a_quiet_cycle_costs_at_most_two_calls_a_system() {
    assertThat(run.path("quiet")).hasSize(3);
    assertThat(run.path("quiet"))
        .allSatisfy(calls -> assertThat(calls.asDouble()).isBetween(0.5, 2.0));
  }

  @Test
  void the_hub_needs_less_than_it_was_given() {
    assertThat(run.path("heap").path("liveMegabytes").asInt()).isBetween(1, 255);
  }

  @Test
  void what_is_missed_is_said_and_is_the_exit_code() {
    assertThat(launch.exitCode()).isEqualTo(reported.allTargetsMet() ? 0 : 1);
    assertThat(launch.out())
        .contains("20 partners, 40 orders, 60 activations on 1 + 1 + 1 sheets")
        .contains("met     first sync: all systems agree: 120 records, each field");
  }
}
