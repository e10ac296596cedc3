package io.partnerhub.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Keeps the systems in step until it is stopped.",
      "Ctrl-C or SIGTERM lets the calls under way end, then stops; a kill at any instant loses"
          + " nothing either."
    })
public final class RunCommand implements Callable<ExitCode> {

  /** The hub as a daemon. */
  public interface Daemon {

    /**
     * Returns when the hub has stopped.
     *
     * @param config the properties file, which exists
     * @throws CommandFailure when it cannot start, with all the faults of the configuration
     */
    ExitCode runUntilStopped(Path config) throws Exception;
  }

  private final Daemon daemon;
  @Mixin private ConfigOption config;

  public RunCommand(Daemon daemon) {
    this.daemon = daemon;
  }

  @Override
  public ExitCode call() throws Exception {
    return daemon.runUntilStopped(config.file());
  }
}
