package io.partnerhub.sandbox;

import io.partnerhub.cli.ExitCode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "sandbox",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows the hub at work: a store, a simulated Salesforce, a simulated Smartsheet and the hub,"
          + " on free ports of 127.0.0.1.",
      "Partners converge, a short day of edits is played, quiet is proved; then it keeps running"
          + " until Ctrl-C."
    })
public final class SandboxCommand implements Callable<ExitCode> {

  /**
   * What the demonstration is asked to do.
   *
   * @param once end when quiet is proved, instead of running on
   * @param report where the figures go as JSON
   * @param dataDir where the store keeps its data; empty for a temporary directory
   * @param keep leave a temporary directory behind
   * @param seed of the played edits: the same seed is the same day
   * @param poll time between two polls of a system
   */
  public record Options(
      boolean once,
      Optional<Path> report,
      Optional<Path> dataDir,
      boolean keep,
      long seed,
      Duration poll) {}

  /** The demonstration. */
  public interface Demonstration {

    /**
     * Returns when it ended and everything it started is stopped.
     *
     * @return {@link ExitCode#CHECK_FAILED} unless every check held
     */
    ExitCode play(Options options, PrintWriter out) throws Exception;
  }

  private final Demonstration demonstration;
  @Spec private CommandSpec spec;

  @Option(
      names = "--once",
      description = "End when quiet is proved; exit code 0 only if every check held.")
  private boolean once;

  @Option(names = "--report", paramLabel = "FILE", description = "Write the figures as JSON.")
  private Optional<Path> report;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Keep the store's data here; default: a temporary one, removed at the end.")
  private Optional<Path> dataDir;

  @Option(names = "--keep", description = "Leave the temporary directory behind.")
  private boolean keep;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed plays the same day; default ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--poll",
      paramLabel = "PERIOD",
      defaultValue = "1s",
      converter = PeriodConverter.class,
      description = "Time between two polls of a system; default ${DEFAULT-VALUE}.")
  private Duration poll;

  public SandboxCommand(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  @Override
  public ExitCode call() throws Exception {
    Options options = new Options(once, report, dataDir, keep, seed, poll);
    return demonstration.play(options, spec.commandLine().getOut());
  }
}
