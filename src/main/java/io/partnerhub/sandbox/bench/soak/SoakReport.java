package io.partnerhub.sandbox.bench.soak;

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
 * Everything that was seen in a soak.
 *
 * @param load of the machine when it began: processes that ran or wanted to, negative if unknown
 */
record SoakReport(Machine machine, double load, String heap, SoakRun run, List<Target> targets)
    implements Measured {

  private static final String ROW = "%-28s  %10s  %10s  %s%n";

  static SoakReport of(Machine machine, double load, SoakRun run) {
    return new SoakReport(machine, load, FreshJava.HEAP, run, targets(run));
  }

  private static List<Target> targets(SoakRun run) {
    List<Target> targets = new ArrayList<>();
    targets.add(
        new Target(
            "all systems agree in the end",
            run.agreement().isFull()
                ? "%,d records, each field".formatted(run.agreement().compared())
                : "%,d faults".formatted(run.agreement().disagreeing()),
            run.agreement().isFull()));
    targets.add(
        new Target(
            "no change is lost",
            "%,d observed, %,d lost".formatted(changes(run, "observed"), changes(run, "lost")),
            changes(run, "observed") > 0 && changes(run, "lost") == 0));
    targets.add(rest(run));
    List<String> growing =
        run.series().stream().filter(one -> !one.isFlat()).map(Series::name).toList();
    targets.add(
        new Target(
            "heap, threads, connections and tables stay flat",
            growing.isEmpty()
                ? "all %d figures".formatted(run.series().size())
                : "these grew: " + String.join("; ", growing),
            growing.isEmpty()));
    return targets;
  }

  /**
   * A dead letter, or a change that still waits, is nothing lost; but nothing here deserves one.
   */
  private static Target rest(SoakRun run) {
    long left = changes(run, "waiting") + changes(run, "held") + changes(run, "deadLettered");
    return new Target(
        "no change waits, is held or was given up in the end",
        run.secondsToRest() == null
            ? "%,d are".formatted(left)
            : "%,d are, %.1f s after the last failing call".formatted(left, run.secondsToRest()),
        run.secondsToRest() != null && left == 0);
  }

  private static long changes(SoakRun run, String end) {
    return run.changes().getOrDefault(end, 0L);
  }

  @Override
  public void print(PrintWriter out) {
    out.println();
    out.printf(
        "Measured on %s, load %.1f before; the hub with %s, the simulators beside it.%n",
        machine, load, heap);
    out.printf(
        "%.1f minutes, seed %d: %,d edits of %,d partners, %,d orders and %,d activations.%n",
        run.plan().minutes(),
        run.plan().seed(),
        run.edits(),
        run.size().partners(),
        run.size().orders(),
        run.size().activations());
    out.printf(
        "Calls (failed): %s; besides, %,d records were locked for the next write.%n%n",
        run.calls().entrySet().stream()
            .map(c -> "%s %,d (%,d)".formatted(c.getKey(), c.getValue(), failed(c.getKey())))
            .collect(Collectors.joining(", ")),
        run.locked());
    if (run.plan().push()) {
      out.printf(
          "The systems told the hub of changes; what got lost of that: %s.%n%n",
          run.untold().entrySet().stream()
              .map(c -> "%s %,d".formatted(c.getKey(), c.getValue()))
              .collect(Collectors.joining(", ")));
    }
    out.printf(ROW, "at most", "first third", "last third", "");
    run.series().forEach(one -> print(out, one));
    out.println();
    out.printf(
        "the ledger: %.1f rows and %,.0f bytes an edit; notices, kept for days: %.1f an edit;"
            + " processor %.1f s%n",
        run.ledgerRows(), run.ledgerBytes(), run.toldRows(), run.processorSeconds());
    out.printf("changes: %s%n%n", ends(run.changes()));
    Target.print(out, targets);
    run.agreement().faults().forEach(fault -> out.println("        " + fault));
    out.flush();
  }

  private int failed(String system) {
    return run.failed().getOrDefault(system, 0);
  }

  private static String ends(Map<String, Long> changes) {
    return changes.entrySet().stream()
        .filter(end -> end.getValue() > 0)
        .map(end -> "%s %,d".formatted(end.getKey(), end.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static void print(PrintWriter out, Series one) {
    out.printf(
        ROW,
        one.name(),
        "%,.0f".formatted(one.first()),
        "%,.0f".formatted(one.last()),
        one.isFlat() ? "flat" : "GREW");
  }
}
