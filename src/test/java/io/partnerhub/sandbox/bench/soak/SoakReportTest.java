package io.partnerhub.sandbox.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.sandbox.bench.measure.Machine;
import io.partnerhub.sandbox.bench.measure.Target;
import io.partnerhub.sandbox.bench.world.Agreement;
import io.partnerhub.sandbox.bench.world.ThreeSize;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SoakReportTest {

  private static final Agreement FULL = new Agreement(700, 0, List.of());
  private static final Map<String, Long> ALL_WRITTEN = Map.of("observed", 9L, "written", 9L);
  private static final Series FLAT = new Series("threads", 1, List.of(50.0, 50.0, 50.0, 51.0));

  private static SoakReport report(
      Double toRest, Agreement agreement, Map<String, Long> changes, Series series) {
    SoakRun run =
        new SoakRun(
            new SoakPlan(3, 1, true),
            new ThreeSize(100, 300, 300),
            720,
            Map.of("salesforce", 100L),
            Map.of("salesforce", 5),
            Map.of("fulfillment", 7),
            36,
            toRest,
            agreement,
            changes,
            3.5,
            900,
            2.5,
            20,
            List.of(series));
    return SoakReport.of(Machine.here(), 1, run);
  }

  private static Stream<String> missed(SoakReport report) {
    return report.targets().stream().filter(target -> !target.met()).map(Target::promise);
  }

  @Test
  void all_is_met_when_everything_was_written_and_nothing_grew() {
    SoakReport report = report(2.0, FULL, ALL_WRITTEN, FLAT);
    StringWriter out = new StringWriter();
    report.print(new PrintWriter(out));

    assertThat(report.allMet()).isTrue();
    assertThat(out.toString())
        .contains(
            "salesforce 100 (5)",
            "36 records were locked",
            "lost of that: fulfillment 7.",
            "3.5 rows and 900 bytes an edit",
            "2.5 an edit",
            "0 lost")
        .doesNotContain("MISSED", "GREW");
  }

  @Test
  void a_copy_that_differs_is_missed() {
    SoakReport report =
        report(null, new Agreement(699, 1, List.of("order O1 differs")), ALL_WRITTEN, FLAT);

    assertThat(missed(report))
        .containsExactly(
            "all systems agree in the end", "no change waits, is held or was given up in the end");
  }

  @Test
  void a_lost_change_is_missed_and_so_is_an_account_of_none() {
    assertThat(missed(report(2.0, FULL, Map.of("observed", 9L, "lost", 1L), FLAT)))
        .containsExactly("no change is lost");
    assertThat(missed(report(2.0, FULL, Map.of(), FLAT))).containsExactly("no change is lost");
  }

  @Test
  void a_dead_letter_is_missed() {
    Map<String, Long> one = Map.of("observed", 9L, "written", 8L, "deadLettered", 1L);

    assertThat(missed(report(2.0, FULL, one, FLAT)))
        .containsExactly("no change waits, is held or was given up in the end");
  }

  @Test
  void what_grew_is_named() {
    Series growing = new Series("rows of stray", 1, List.of(1.0, 1.0, 5.0, 9.0));

    assertThat(report(2.0, FULL, ALL_WRITTEN, growing).targets())
        .filteredOn(target -> !target.met())
        .extracting(Target::measured)
        .containsExactly("these grew: rows of stray");
  }

  @Test
  void a_time_that_tells_nothing_is_refused() {
    StringWriter err = new StringWriter();
    CommandLine soak = new CommandLine(new SoakCommand()).setErr(new PrintWriter(err, true));

    assertThat(soak.execute("--minutes", "0")).isEqualTo(2);
    assertThat(soak.execute("--minutes", "NaN")).isEqualTo(2);
    assertThat(err.toString()).contains("--minutes takes a number from 0.1 to 1440");
  }
}
