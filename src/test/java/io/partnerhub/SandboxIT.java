package io.partnerhub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hub sandbox --once} as a newcomer runs it, from the packaged archive. */
class SandboxIT {

  private static final int EDITS = 32;
  private static final int WITHOUT_EFFECT = 5;

  private static final List<String> SYSTEMS = List.of("salesforce", "smartsheet", "fulfillment");

  @TempDir static Path directory;
  private static Launch launch;
  private static JsonNode report;

  @BeforeAll
  static void run_it() throws Exception {
    Reported reported = Reported.of(directory, "sandbox", "--once");
    launch = reported.launch();
    report = reported.report();
  }

  @Test
  void it_converges_and_ends_with_0() {
    assertThat(launch.out()).contains("All 36 checks held.").doesNotContain("✗");
    assertThat(launch.exitCode()).isZero();
    assertThat(report.path("converged").asBoolean()).isTrue();
  }

  @Test
  void nothing_but_the_demonstration_is_shown() {
    assertThat(launch.err()).isEmpty();
    assertThat(launch.out()).doesNotContain("Exception", "WARN", "ERROR", "\033[");
  }

  @Test
  void the_report_has_every_edit_with_its_milliseconds() {
    List<JsonNode> edits = list(report.path("edits"));

    assertThat(edits).hasSize(EDITS).allMatch(edit -> edit.path("asExpected").asBoolean());
    assertThat(edits)
        .filteredOn(edit -> edit.path("millis").asLong() > 0)
        .hasSize(EDITS - WITHOUT_EFFECT);
  }

  @Test
  void the_report_counts_the_records_by_system_and_state() {
    JsonNode partners = report.path("records").path("partner");

    assertThat(partners.path("salesforce").path("DELETED").asInt()).isEqualTo(1);
    assertThat(partners.path("salesforce").path("HELD").asInt()).isEqualTo(5);
    assertThat(partners.path("salesforce").path("IN_SYNC").asInt()).isEqualTo(89);
    assertThat(partners.path("smartsheet").path("STRAY").asInt()).isEqualTo(3);
    assertThat(partners.path("smartsheet").path("DUE").asInt()).isZero();
  }

  @Test
  void orders_and_activations_are_in_sync_in_all_three_systems() {
    for (String system : SYSTEMS) {
      JsonNode records = report.path("records");
      assertThat(records.path("order").path(system)).hasToString("{\"IN_SYNC\":830}");
      assertThat(records.path("activation").path(system)).hasToString("{\"IN_SYNC\":374}");
    }
  }

  @Test
  void the_line_with_the_unescaped_comma_is_reported() {
    assertThat(list(report.path("leftOut")))
        .extracting(JsonNode::asText)
        .first()
        .asString()
        .startsWith("orders.csv, line 4: 15 columns instead of 14;");
    assertThat(launch.out()).contains("! orders.csv, line 4: ");
  }

  @Test
  void the_report_sets_the_calls_beside_the_fewest_possible() {
    for (String system : SYSTEMS) {
      JsonNode calls = report.path("calls").path(system);
      long fewest = calls.path("floor").path("writes").asLong();
      assertThat(fewest).isBetween(2L, 4L);
      assertThat(calls.path("firstSync").path("write").asLong()).isBetween(fewest, fewest + 12);
      assertThat(calls.path("wholeRun").path("read").asLong())
          .isGreaterThan(calls.path("firstSync").path("read").asLong());
    }
    assertThat(report.path("calls").path("salesforce").path("firstSync").path("login").asLong())
        .isEqualTo(1);
  }

  @Test
  void the_report_names_the_machine() {
    assertThat(report.path("machine").path("processors").asInt()).isPositive();
  }

  @Test
  void no_temporary_directory_is_left() {
    assertThat(directory.toFile().list((dir, name) -> name.matches("partner-hub-\\d+"))).isEmpty();
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
