package io.partnerhub.sandbox.bench.first;

import io.partnerhub.sandbox.bench.measure.Machine;
import io.partnerhub.sandbox.bench.measure.Measured;
import io.partnerhub.sandbox.bench.measure.Target;
import java.io.PrintWriter;
import java.util.List;

/** Everything that was measured. */
record Report(Machine machine, String heap, List<Run> runs, List<Target> targets)
    implements Measured {

  private static final String ROW = "%21s  %-10s  %8s  %8s  %5s  %9s  %-18s  %-18s  %-22s  %-22s%n";

  @Override
  public void print(PrintWriter out) {
    out.println();
    out.println(
        "Measured on " + machine + "; the hub with " + heap + ", the simulators beside it.");
    out.println("The simulated Smartsheet's limit of 300 requests a minute is lifted here.");
    out.println();
    out.printf(
        ROW,
        "partners",
        "",
        "seconds",
        "baseline",
        "ratio",
        "records/s",
        "processor s",
        "of the baseline",
        "Salesforce calls",
        "Smartsheet calls");
    for (Run run : runs) {
      print(out, run, run.first());
      print(out, run, run.change());
    }
    out.println("Processor: of the client's Java + of its PostgreSQL + of the simulators");
    out.println("Calls: reads before writes and polls + writes (floor of the writes)");
    out.println();
    runs.forEach(run -> print(out, run));
    out.println();
    Target.print(out, targets);
    out.flush();
  }

  private static void print(PrintWriter out, Run run, Stage stage) {
    out.printf(
        ROW,
        run.name(),
        stage.name(),
        "%.2f".formatted(stage.seconds()),
        "%.2f".formatted(stage.baseline().seconds()),
        "%.2f".formatted(stage.ratio()),
        "%,.0f".formatted(stage.recordsASecond()),
        stage.processor(),
        stage.baseline().processor(),
        stage.salesforce().text(),
        stage.smartsheet().text());
  }

  private static void print(PrintWriter out, Run run) {
    out.printf(
        "%21s  %d sheet%s; quiet cycle %.1f + %.1f calls; first poll after %.1f s (again %.1f s);"
            + " heap %d MB, live %d MB; processor %.1f s%n",
        run.name(),
        run.sheets(),
        run.sheets() == 1 ? "" : "s",
        run.quiet().salesforce(),
        run.quiet().smartsheet(),
        run.secondsToFirstPoll(),
        run.secondsToFirstPollAgain(),
        run.heap().peakMegabytes(),
        run.heap().liveMegabytes(),
        run.processorSeconds());
  }
}
