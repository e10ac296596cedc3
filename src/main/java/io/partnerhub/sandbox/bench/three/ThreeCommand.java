package io.partnerhub.sandbox.bench.three;

import io.partnerhub.cli.ExitCode;
import io.partnerhub.sandbox.bench.measure.Bounds;
import io.partnerhub.sandbox.bench.measure.Machine;
import io.partnerhub.sandbox.bench.measure.Progress;
import io.partnerhub.sandbox.bench.measure.RunDirectory;
import io.partnerhub.sandbox.bench.world.ThreeSize;
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
    name = "three",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures partners, orders and activations in Salesforce, Smartsheet and fulfillment: a first"
          + " sync, and fulfillment delivering 1 %% of the orders.",
      "Prints seconds, calls beside the fewest possible, heap, and whether all copies agree."
    })
public final class ThreeCommand implements Callable<ExitCode> {

  /** The tracker of partners ends at 500,000 cells. */
  private static final int MOST_PARTNERS = 18_000;

  private static final int MOST_CHILDREN = 200_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--partners",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Number of partners; default ${DEFAULT-VALUE}.")
  private int partners;

  @Option(
      names = "--orders",
      paramLabel = "N",
      defaultValue = "100000",
      description = "Number of orders; default ${DEFAULT-VALUE}.")
  private int orders;

  @Option(
      names = "--activations",
      paramLabel = "N",
      defaultValue = "100000",
      description = "Number of activations; default ${DEFAULT-VALUE}.")
  private int activations;

  @Option(names = "--report", paramLabel = "FILE", description = "Write the figures as JSON.")
  private Optional<Path> report;

  @Override
  public ExitCode call() throws Exception {
    Bounds.check(spec, "--partners", partners, MOST_PARTNERS);
    Bounds.check(spec, "--orders", orders, MOST_CHILDREN);
    Bounds.check(spec, "--activations", activations, MOST_CHILDREN);
    PrintWriter out = spec.commandLine().getOut();
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    ThreeSize size = new ThreeSize(partners, orders, activations);
    Progress progress = new Progress(out, "%,9d records".formatted(size.records()));
    ThreeRun run = RunDirectory.with(directory -> ThreeMeasurement.of(size, directory, progress));
    return ThreeReport.of(Machine.here(), load, run).report(out, report);
  }
}
