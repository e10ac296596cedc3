package io.partnerhub.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Checks the configuration and the mappings, and calls no system.",
      "Prints every fault at once, each with its place and what to do."
    })
public final class CheckCommand implements Callable<ExitCode> {

  /** What can be found wrong without a network. */
  public interface OfflineCheck {

    /**
     * One line a fault, with its place and what to do; empty when all is well.
     *
     * @param config the properties file, which exists
     * @param mappings a directory of mapping files, which may be missing: that is a fault; empty
     *     for the one that the configuration names
     */
    List<String> faults(Path config, Optional<Path> mappings) throws Exception;
  }

  private final OfflineCheck check;
  @Spec private CommandSpec spec;
  @Mixin private ConfigOption config;

  @Option(
      names = "--mappings",
      paramLabel = "DIR",
      description = "The mapping files; default: those that hub.mappings-dir names.")
  private Optional<Path> mappings = Optional.empty();

  public CheckCommand(OfflineCheck check) {
    this.check = check;
  }

  @Override
  public ExitCode call() throws Exception {
    List<String> faults = check.faults(config.file(), mappings);
    PrintWriter out = spec.commandLine().getOut();
    faults.forEach(out::println);
    out.println(faults.isEmpty() ? "No faults." : faults.size() + " fault(s).");
    return faults.isEmpty() ? ExitCode.OK : ExitCode.WRONG_INPUT;
  }
}
