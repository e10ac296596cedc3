package io.partnerhub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small measurement from the packaged archive; its times say nothing and are not judged. */
class BenchIT {

  @TempDir static Path directory;
  private static Reported reported;
  private static Launch launch;
  private static JsonNode run;

  @BeforeAll
  static void measure() throws Exception {
    reported = Reported.of(directory, "bench", "--sizes", "200");
    launch = reported.launch();
    run = reported.report().path("runs").path(0);
  }

  @Test
  void the_first_sync_writes_at_the_floor_and_nothing_back() {
    JsonNode first = run.path("first");

    assertThat(first.path("records").asInt()).isEqualTo(200);
    assertThat(first.path("smartsheet").path("writes").asInt()).isEqualTo(1);
    assertThat(first.path("salesforce").path("writes").asInt()).isZero();
  }

  @Test
  void the_change_writes_each_system_at_the_floor() {
    JsonNode change = run.path("change");

    assertThat(change.path("records").asInt()).isEqualTo(2);
    assertThat(change.path("smartsheet").path("writes").asInt()).isEqualTo(1);
    assertThat(change.path("salesforce").path("writes").asInt()).isEqualTo(1);
  }

  @Test
  void a_quiet_cycle_costs_at_most_two_calls_a_system() {
    assertThat(run.path("quiet").path("salesforce").asDouble()).isBetween(0.5, 2.0);
    assertThat(run.path("quiet").path("smartsheet").asDouble()).isBetween(0.5, 2.0);
  }

  @Test
  void the_hub_needs_less_than_it_was_given() {
    assertThat(run.path("heap").path("liveMegabytes").asInt()).isBetween(1, 255);
  }

  @Test
  void what_is_missed_is_said_and_is_the_exit_code() {
    assertThat(launch.exitCode()).isEqualTo(reported.allTargetsMet() ? 0 : 1);
    assertThat(launch.out()).contains("met     write calls at most 1.05 x the floor: 1.00 x");
  }

  @Test
  void the_table_names_the_machine_and_what_was_lifted() {
    assertThat(launch.out())
        .contains(" cores, ", "-Xmx256m", "300 requests a minute is lifted")
        .contains("first sync", "1 % change");
  }
}
