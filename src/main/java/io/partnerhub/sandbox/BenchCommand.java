package io.partnerhub.sandbox;

import io.partnerhub.cli.ExitCode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures a first sync and a change of 1 %% against the simulators, beside a plain client that"
          + " sends the same payloads.",
      "Prints seconds, records a second, calls, the fewest possible calls and the peak heap."
    })
public final class BenchCommand implements Callable<ExitCode> {

  private static final int MOST_PARTNERS = 1_000_000;

  /** The measurement. */
  public interface Benchmark {

    /**
     * Returns when everything it started is stopped.
     *
     * @param sizes numbers of partners, each a run of its own
     * @param report where the figures go as JSON
     */
    ExitCode measure(List<Integer> sizes, Optional<Path> report, PrintWriter out) throws Exception;
  }

  private final Benchmark benchmark;
  @Spec private CommandSpec spec;

  @Option(
      names = "--sizes",
      paramLabel = "N",
      split = ",",
      defaultValue = "1000,10000,100000",
      description = "Numbers of partners; default ${DEFAULT-VALUE}.")
  private List<Integer> sizes;

  @Option(names = "--report", paramLabel = "FILE", description = "Write the figures as JSON.")
  private Optional<Path> report;

  public BenchCommand(Benchmark benchmark) {
    this.benchmark = benchmark;
  }

  @Override
  public ExitCode call() throws Exception {
    if (!sizes.stream().allMatch(size -> size >= 1 && size <= MOST_PARTNERS)) {
      throw new ParameterException(
          spec.commandLine(),
          "--sizes takes numbers from 1 to %d, and was given %s".formatted(MOST_PARTNERS, sizes));
    }
    return benchmark.measure(sizes, report, spec.commandLine().getOut());
  }
}
