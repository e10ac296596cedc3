package io.partnerhub.sandbox.bench.soak;

import io.partnerhub.cli.ExitCode;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "soak",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Lets a hub work for a while: a few edits a second in three systems, while one call in twenty"
          + " fails. Then no call fails any more, and it comes to rest.",
      "Prints whether heap, threads, connections and tables stayed flat, and whether anything was"
          + " lost. Exit code 1 when something grew or was."
    })
public final class SoakCommand implements Callable<ExitCode> {

  private static final double SHORTEST = 0.1;
  private static final double LONGEST = 1_440;

  @Spec private CommandSpec spec;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "10",
      description = "How long, also 0.5; default ${DEFAULT-VALUE}.")
  private double minutes;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Decides what is edited and which calls fail; default ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--push",
      description =
          "The systems tell the hub of changes, some of which gets lost; it polls only now and then.")
  private boolean push;

  @Option(names = "--report", paramLabel = "FILE", description = "Write the figures as JSON.")
  private Optional<Path> report;

  @Override
  public ExitCode call() throws Exception {
    if (!(minutes >= SHORTEST && minutes <= LONGEST)) {
      throw new ParameterException(
          spec.commandLine(),
          "--minutes takes a number from %.1f to %.0f, and was given %s"
              .formatted(SHORTEST, LONGEST, minutes));
    }
    PrintWriter out = spec.commandLine().getOut();
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    Progress progress = new Progress(out, "%5.1f minutes".formatted(minutes));
    SoakRun run =
        RunDirectory.with(
            directory ->
                SoakMeasurement.of(new SoakPlan(minutes, seed, push), directory, progress));
    return SoakReport.of(Machine.here(), load, run).report(out, report);
  }
}
