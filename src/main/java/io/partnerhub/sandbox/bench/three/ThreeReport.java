package io.partnerhub.sandbox.bench.three;

import io.partnerhub.sandbox.bench.measure.FreshJava;
import io.partnerhub.sandbox.bench.measure.Machine;
import io.partnerhub.sandbox.bench.measure.Measured;
import io.partnerhub.sandbox.bench.measure.Target;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything that was measured with all record types.
 *
 * @param load of the machine when it began: processes that ran or wanted to, negative if unknown
 */
record ThreeReport(Machine machine, double load, String heap, ThreeRun run, List<Target> targets)
    implements Measured {

  private static final String ROW = "%-10s  %9s  %8s  %9s  %-24s  %-24s  %-24s%n";

  static ThreeReport of(Machine machine, double load, ThreeRun run) {
    return new ThreeReport(machine, load, FreshJava.HEAP, run, targets(run));
  }

  private static List<Target> targets(ThreeRun run) {
    List<Target> targets = new ArrayList<>();
    for (ThreeStage stage : List.of(run.first(), run.change())) {
      targets.add(Target.writes(stage.name() + ": ", stage.ratio()));
      targets.add(
          new Target(
              stage.name() + ": all systems agree",
              stage.agreement().isFull()
                  ? "%,d records, each field".formatted(stage.agreement().compared())
                  : "%,d faults".formatted(stage.agreement().disagreeing()),
              stage.agreement().isFull()));
    }
    targets.add(Target.heap(run.heap().liveMegabytes()));
    targets.add(
        Target.quiet(
            run.quiet().values().stream().mapToDouble(Double::doubleValue).max().orElseThrow()));
    return targets;
  }

  @Override
  public void print(PrintWriter out) {
    out.println();
    out.printf(
        "Measured on %s, load %.1f before; the hub with %s, the simulators beside it.%n",
        machine, load, heap);
    out.println("The systems' own limits of requests are lifted here.");
    out.printf(
        "%,d partners, %,d orders, %,d activations on %s sheets; fulfillment had half of the last"
            + " two, and news of them.%n%n",
        run.size().partners(),
        run.size().orders(),
        run.size().activations(),
        run.size().amounts().stream()
            .map(amount -> Integer.toString(amount.sheets()))
            .collect(Collectors.joining(" + ")));
    out.printf(
        ROW,
        "",
        "records",
        "seconds",
        "records/s",
        "Salesforce calls",
        "Smartsheet calls",
        "fulfillment calls");
    print(out, run.first());
    print(out, run.change());
    out.println("Calls: reads before writes and polls (floor) + writes (floor)");
    out.println();
    printWrites(out, run.first());
    printWrites(out, run.change());
    out.printf(
        "quiet cycle: %s; heap %d MB, live %d MB; processor %.1f s%n",
        run.quiet().entrySet().stream()
            .map(calls -> "%s %.1f".formatted(calls.getKey(), calls.getValue()))
            .collect(Collectors.joining(", ")),
        run.heap().peakMegabytes(),
        run.heap().liveMegabytes(),
        run.processorSeconds());
    out.println();
    Target.print(out, targets);
    for (ThreeStage stage : List.of(run.first(), run.change())) {
      stage.agreement().faults().forEach(fault -> out.println("        " + fault));
    }
    out.flush();
  }

  private static void print(PrintWriter out, ThreeStage stage) {
    out.printf(
        ROW,
        stage.name(),
        "%,d".formatted(stage.records()),
        "%.2f".formatted(stage.seconds()),
        "%,.0f".formatted(stage.recordsASecond()),
        stage.calls().get("salesforce").text(),
        stage.calls().get("smartsheet").text(),
        stage.calls().get("fulfillment").text());
  }

  /** Rows that are changed right after they were added show here. */
  private static void printWrites(PrintWriter out, ThreeStage stage) {
    Map<String, Long> calls = stage.byCall().get("smartsheet");
    out.printf(
        "%s: of the writes in Smartsheet %d added rows and %d changed some%n",
        stage.name(),
        calls.getOrDefault("POST /sheets/{sheetId}/rows", 0L),
        calls.getOrDefault("PUT /sheets/{sheetId}/rows", 0L));
  }
}
