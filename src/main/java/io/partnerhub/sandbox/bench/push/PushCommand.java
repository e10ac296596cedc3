package io.partnerhub.sandbox.bench.push;

import io.partnerhub.cli.ExitCode;
import io.partnerhub.sandbox.bench.measure.Bounds;
import io.partnerhub.sandbox.bench.measure.Machine;
import io.partnerhub.sandbox.bench.measure.Progress;
import io.partnerhub.sandbox.bench.measure.RunDirectory;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "push",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures how long a change takes from one system to the others when each tells the hub of"
          + " it: one at a time, many a second, with 100 ms a call, and ten thousand at once.",
      "Prints milliseconds for each of the six directions, and calls beside the fewest possible."
    })
public final class PushCommand implements Callable<ExitCode> {

  private static final int MOST = 100_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--changes",
      paramLabel = "N",
      defaultValue = "100",
      description = "Changes in each system, one at a time; default ${DEFAULT-VALUE}.")
  private int changes;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "200",
      description = "Changes a second under load; default ${DEFAULT-VALUE}.")
  private int rate;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "10",
      description = "How long the load lasts; default ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--burst",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Changes at once; default ${DEFAULT-VALUE}.")
  private int burst;

  @Option(names = "--report", paramLabel = "FILE", description = "Write the figures as JSON.")
  private Optional<Path> report;

  @Override
  public ExitCode call() throws Exception {
    Bounds.check(spec, "--changes", changes, MOST);
    Bounds.check(spec, "--rate", rate, MOST);
    Bounds.check(spec, "--seconds", seconds, MOST);
    Bounds.check(spec, "--burst", burst, MOST);
    PrintWriter out = spec.commandLine().getOut();
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    PushPlan plan = new PushPlan(changes, rate, seconds, burst);
    Progress progress = new Progress(out, "%,9d orders".formatted(plan.orders()));
    PushRun run = RunDirectory.with(directory -> PushMeasurement.of(plan, directory, progress));
    return PushReport.of(Machine.here(), load, run).report(out, report);
  }
}
