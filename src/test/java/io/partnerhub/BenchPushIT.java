package io.partnerhub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that is told of few changes; the times say nothing and are not judged. */
class BenchPushIT {

  private static final int BURST = 40;

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
            "push",
            "--changes",
            "1",
            "--rate",
            "12",
            "--seconds",
            "1",
            "--burst",
            Integer.toString(BURST));
    launch = reported.launch();
    run = reported.report().path("run");
  }

  @Test
  void all_copies_agree_in_the_end() {
    JsonNode size = run.path("size");
    int all =
        List.of("partners", "orders", "activations").stream()
            .mapToInt(type -> size.path(type).asInt())
            .sum();

    assertThat(run.path("agreement").path("faults")).isEmpty();
    assertThat(run.path("agreement").path("compared").asInt()).isEqualTo(all);
  }

  @Test
  void each_direction_is_measured_at_each_stage() {
    for (String stage : List.of("alone", "load", "distant")) {
      JsonNode measured = run.path(stage);
      int changesEach = measured.path("changes").asInt() / 3;

      assertThat(measured.path("delays"))
          .as(stage)
          .hasSize(6)
          .allSatisfy(delay -> assertThat(delay.path("changes").asInt()).isEqualTo(changesEach));
      assertThat(measured.path("ownShares")).as(stage).hasSize(6);
    }
    assertThat(run.path("distant").path("delays"))
        .allSatisfy(delay -> assertThat(delay.path("p50").asDouble()).isGreaterThan(300));
  }

  /** On a slow machine the changes come bit by bit; one by one would be as many as there are. */
  @Test
  void a_burst_is_written_in_few_calls_with_and_without_limits() {
    assertThat(run.path("bursts"))
        .extracting(b -> b.path("limits").asText())
        .containsExactly("no limits", "limits kept");
    for (JsonNode burst : run.path("bursts")) {
      assertThat(burst.path("changes").asInt()).isEqualTo(BURST);
      assertThat(burst.path("refused").asInt()).isZero();
      assertThat(burst.path("calls")).hasSize(2);
      assertThat(burst.path("calls"))
          .allSatisfy(
              calls -> {
                assertThat(calls.path("writeFloor").asInt()).isEqualTo(1);
                assertThat(calls.path("writes").asInt()).isBetween(1, BURST / 4);
              });
    }
  }

  @Test
  void what_is_missed_is_said_and_is_the_exit_code() {
    assertThat(launch.exitCode()).isEqualTo(reported.allTargetsMet() ? 0 : 1);
    assertThat(launch.out())
        .contains("met     burst, limits kept: no call is refused as one too many: 0 refused")
        .contains("met     all systems agree in the end: ");
  }
}
