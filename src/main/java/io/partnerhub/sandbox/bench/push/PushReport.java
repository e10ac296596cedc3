package io.partnerhub.sandbox.bench.push;

import io.partnerhub.sandbox.bench.measure.Calls;
import io.partnerhub.sandbox.bench.measure.FreshJava;
import io.partnerhub.sandbox.bench.measure.Machine;
import io.partnerhub.sandbox.bench.measure.Measured;
import io.partnerhub.sandbox.bench.measure.Target;
import io.partnerhub.sandbox.bench.world.Agreement;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Everything that was measured of push.
 *
 * @param load of the machine when it began: processes that ran or wanted to, negative if unknown
 */
record PushReport(Machine machine, double load, String heap, PushRun run, List<Target> targets)
    implements Measured {

  private static final double MOST_ALONE = 50;
  private static final double MOST_UNDER_LOAD = 250;

  /** Read what changed, read before the write, write: one after the other, in any direction. */
  private static final int CALLS_IN_SEQUENCE = 3;

  private static final String ROW = "%-28s  %8s  %8s  %8s  %8s  %8s  %8s  %8s%n";

  static PushReport of(Machine machine, double load, PushRun run) {
    return new PushReport(machine, load, FreshJava.HEAP, run, targets(run));
  }

  private static List<Target> targets(PushRun run) {
    List<Target> targets = new ArrayList<>();
    targets.add(delay("one change at a time", run.alone(), MOST_ALONE));
    targets.add(delay("under load", run.load(), MOST_UNDER_LOAD));
    for (Burst burst : run.bursts()) {
      targets.add(Target.writes("burst, %s: ".formatted(burst.limits()), burst.ratio()));
      targets.add(refused(burst));
    }
    targets.add(agreement(run.agreement()));
    return targets;
  }

  private static Target refused(Burst burst) {
    return new Target(
        "burst, %s: no call is refused as one too many".formatted(burst.limits()),
        "%,d refused".formatted(burst.refused()),
        burst.refused() == 0);
  }

  private static Target agreement(Agreement agreement) {
    return new Target(
        "all systems agree in the end",
        agreement.isFull()
            ? "%,d records, each field".formatted(agreement.compared())
            : "%,d faults".formatted(agreement.disagreeing()),
        agreement.isFull());
  }

  private static Target delay(String when, PushStage stage, double most) {
    return new Target(
        "%s: p99 of the hub's own share of each direction at most %.0f ms".formatted(when, most),
        "%.0f ms at most".formatted(stage.p99()),
        stage.p99() <= most);
  }

  @Override
  public void print(PrintWriter out) {
    out.println();
    out.printf(
        "Measured on %s, load %.1f before; the hub with %s, the simulators beside it.%n",
        machine, load, heap);
    out.println(
        "From the change in one system to its write in the other, in milliseconds; polls wait.");
    out.println(
        "Own: without the time in which either simulator was at work on a call; under load, all.");
    for (PushStage stage : List.of(run.alone(), run.load(), run.distant())) {
      print(out, stage);
    }
    run.bursts().forEach(burst -> print(out, burst));
    out.println();
    Target.print(out, targets);
    run.agreement().faults().forEach(fault -> out.println("        " + fault));
    out.flush();
  }

  private static void print(PrintWriter out, PushStage stage) {
    out.println();
    out.printf("%s, %,d changes%s%n", stage.name(), stage.changes(), needed(stage));
    out.printf(ROW, "", "changes", "p50", "p95", "p99", "most", "own p50", "own p99");
    stage
        .delays()
        .forEach(
            (direction, delay) -> print(out, direction, delay, stage.ownShares().get(direction)));
    out.printf("%.2f reads of all systems a change%n", stage.readsAChange());
  }

  private static String needed(PushStage stage) {
    return stage.latency() == 0
        ? ""
        : "; the %d calls needed take %d ms"
            .formatted(CALLS_IN_SEQUENCE, CALLS_IN_SEQUENCE * stage.latency());
  }

  private static void print(PrintWriter out, Direction direction, Delay delay, Delay own) {
    out.printf(
        ROW,
        direction,
        "%,d".formatted(delay.changes()),
        "%.1f".formatted(delay.p50()),
        "%.1f".formatted(delay.p95()),
        "%.1f".formatted(delay.p99()),
        "%.1f".formatted(delay.most()),
        "%.1f".formatted(own.p50()),
        "%.1f".formatted(own.p99()));
  }

  private static void print(PrintWriter out, Burst burst) {
    out.println();
    out.printf(
        "burst, %s: %,d changes made within %.1f s, all written after %.1f s%n",
        burst.limits(), burst.changes(), burst.secondsToMake(), burst.seconds());
    for (Map.Entry<String, Calls> calls : burst.calls().entrySet()) {
      out.printf("%-28s  %s calls%n", calls.getKey(), calls.getValue().text());
    }
    out.println("Calls: reads before writes and of news (floor) + writes (floor)");
  }
}
