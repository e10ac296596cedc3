package io.partnerhub.sandbox;

import io.partnerhub.cli.ExitCode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    description = {
      "Measures how long the hub takes to answer why a record has its values, with a ledger of so"
          + " many entries over 400 days.",
      "The ledger is made in a store of its own, which takes about 0.5 GB for a million entries and"
          + " is removed at the end."
    })
public final class BenchWhyCommand implements Callable<ExitCode> {

  private static final long MOST_ENTRIES = 100_000_000;

  /** The measurement. */
  public interface Measurement {

    /**
     * Returns when everything it made is removed.
     *
     * @param sizes numbers of ledger entries, each a store of its own
     */
    ExitCode measure(List<Long> sizes, PrintWriter out) throws Exception;
  }

  private final Measurement measurement;
  @Spec private CommandSpec spec;

  @Option(
      names = "--entries",
      paramLabel = "N",
      split = ",",
      defaultValue = "1000000,10000000",
      description = "Numbers of ledger entries; default ${DEFAULT-VALUE}.")
  private List<Long> entries;

  public BenchWhyCommand(Measurement measurement) {
    this.measurement = measurement;
  }

  @Override
  public ExitCode call() throws Exception {
    if (!entries.stream().allMatch(size -> size >= 1 && size <= MOST_ENTRIES)) {
      throw new ParameterException(
          spec.commandLine(),
          "--entries takes numbers from 1 to %d, and was given %s"
              .formatted(MOST_ENTRIES, entries));
    }
    return measurement.measure(entries, spec.commandLine().getOut());
  }
}
