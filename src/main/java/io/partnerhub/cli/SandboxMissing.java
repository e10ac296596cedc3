package io.partnerhub.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Answers a sandbox command where the sandbox is not installed. */
@Command(description = "Not part of this installation: lib/sandbox is missing.")
final class SandboxMissing implements Callable<ExitCode> {

  static final List<String> NAMES = List.of("sandbox", "simulators", "bench");

  @Spec private CommandSpec spec;
  @Unmatched private final List<String> ignored = new ArrayList<>();

  @Override
  public ExitCode call() {
    throw new CommandFailure(
        ExitCode.WRONG_INPUT,
        "'%s' is not part of this installation: lib/sandbox is missing.".formatted(spec.name())
            + " Start it by the launcher of a complete distribution, or ./hub in a checkout.");
  }
}
