package io.partnerhub.sandbox.bench.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.bench.measure.Calls;
import io.partnerhub.sandbox.bench.measure.Machine;
import io.partnerhub.sandbox.bench.world.Agreement;
import io.partnerhub.sandbox.bench.world.ThreeSize;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PushReportTest {

  private static final Machine MACHINE = new Machine(2, 24_000, "17", "Linux");
  private static final Agreement FULL = new Agreement(5, 0, List.of());
  private static final Direction FAST = new Direction(SystemName.SALESFORCE, SystemName.SMARTSHEET);
  private static final Direction SLOW =
      new Direction(SystemName.SMARTSHEET, SystemName.FULFILLMENT);

  @Test
  void all_is_met_up_to_the_very_figures() {
    assertThat(report(50, 250, 21).allMet()).isTrue();
  }

  @Test
  void one_slow_direction_is_missed() {
    assertThat(report(50.1, 250, 21).allMet()).isFalse();
    assertThat(report(50, 250.1, 21).allMet()).isFalse();
  }

  @Test
  void a_burst_in_too_many_calls_is_missed() {
    assertThat(report(50, 250, 22).allMet()).isFalse();
  }

  @Test
  void a_call_refused_as_one_too_many_is_missed() {
    assertThat(report(50, 250, 21, 1, FULL).allMet()).isFalse();
  }

  @Test
  void copies_that_differ_in_the_end_are_missed_and_named() {
    StringWriter text = new StringWriter();
    PushReport report = report(50, 250, 21, 0, new Agreement(4, 1, List.of("O1 differs in notes")));

    report.print(new PrintWriter(text));

    assertThat(report.allMet()).isFalse();
    assertThat(text.toString())
        .contains("MISSED  all systems agree in the end: 1 faults", "O1 differs in notes");
  }

  @Test
  void the_table_shows_each_direction_beside_the_calls_that_it_needs() {
    StringWriter text = new StringWriter();

    report(50, 250, 21).print(new PrintWriter(text));

    assertThat(text.toString())
        .contains("salesforce to smartsheet", "smartsheet to fulfillment", "p99")
        .contains("the 3 calls needed take 300 ms")
        .contains("45 (20) + 21 (20) calls")
        .doesNotContain("MISSED");
  }

  private static PushReport report(double alone, double load, int writes) {
    return report(alone, load, writes, 0, FULL);
  }

  private static PushReport report(
      double alone, double load, int writes, int refused, Agreement agreement) {
    Map<String, Calls> calls = Map.of("smartsheet", new Calls(45, writes, 20, 20));
    PushRun run =
        new PushRun(
            new ThreeSize(1, 1, 1),
            stage(0, alone),
            stage(0, load),
            stage(100, 400),
            List.of(new Burst("limits kept", 10_000, 0.9, 12, refused, calls)),
            agreement);
    return PushReport.of(MACHINE, 0, run);
  }

  private static PushStage stage(int latency, double ownP99) {
    return new PushStage("some", latency, 10, 30, delays(ownP99 + latency + 7), delays(ownP99));
  }

  private static Map<Direction, Delay> delays(double p99) {
    return Map.of(FAST, new Delay(10, 1, 2, 3, 4), SLOW, new Delay(10, 1, 2, p99, p99 + 1));
  }
}
