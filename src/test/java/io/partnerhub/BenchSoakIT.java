package io.partnerhub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A soak of seconds, with push: too short to tell what grows, long enough to lose something. A hub
 * that only polls does the same work by fewer ways.
 */
class BenchSoakIT {

  /** Some of the first calls of each system fail, none so that Smartsheet rests for a minute. */
  private static final String SEED = "1122";

  @TempDir static Path directory;
  private static Reported reported;
  private static Launch launch;
  private static JsonNode run;

  @BeforeAll
  static void measure() throws Exception {
    reported =
        Reported.of(directory, "bench", "soak", "--push", "--minutes", "0.1", "--seed", SEED);
    launch = reported.launch();
    run = reported.report().path("run");
  }

  @Test
  void people_edited_and_calls_of_each_system_failed() {
    assertThat(run.path("edits").asInt()).isEqualTo(24);
    assertThat(run.path("failed"))
        .hasSize(3)
        .allSatisfy(failed -> assertThat(failed.asInt()).isPositive());
  }

  @Test
  void the_systems_told_the_hub_of_changes() {
    assertThat(run.path("untold")).as("what got lost of that").hasSize(3);
    assertThat(run.path("toldRows").asDouble()).isPositive();
  }

  @Test
  void all_copies_agree_in_the_end_and_no_change_is_lost() {
    assertThat(run.path("agreement").path("faults")).isEmpty();
    assertThat(run.path("agreement").path("compared").asInt()).isEqualTo(700);
    assertThat(run.path("changes").path("observed").asInt()).isPositive();
    assertThat(run.path("changes").path("lost").asInt()).isZero();
  }

  @Test
  void all_that_may_grow_is_looked_at() {
    assertThat(StreamSupport.stream(run.path("series").spliterator(), false))
        .extracting(one -> one.path("name").asText())
        .contains(
            "live heap, MB",
            "threads",
            "connections to the store",
            "tables but the ledger, MB",
            "rows of attempt",
            "rows of dead_letter",
            "rows of rollup_due",
            "rows of stray",
            "rows of suspect");
    assertThat(run.path("ledgerRows").asDouble()).isPositive();
  }

  @Test
  void what_is_missed_is_said_and_is_the_exit_code() {
    assertThat(launch.exitCode()).isEqualTo(reported.allTargetsMet() ? 0 : 1);
    assertThat(launch.out()).contains("met     no change is lost: ");
  }
}
