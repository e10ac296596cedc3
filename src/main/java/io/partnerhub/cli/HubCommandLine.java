package io.partnerhub.cli;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/** The commands of this installation, put together. */
public final class HubCommandLine {

  private HubCommandLine() {}

  /**
   * A command line with the given commands, and those of every {@link CommandProvider} found.
   *
   * @param production picocli command objects, each a {@code Callable<ExitCode>}, or a command line
   *     with such below it
   * @param environment variables of the process
   */
  public static CommandLine of(List<Object> production, Map<String, String> environment) {
    return of(
        production,
        ServiceLoader.load(CommandProvider.class).stream()
            .flatMap(provider -> provider.get().commands().stream())
            .toList(),
        environment);
  }

  static CommandLine of(
      List<Object> production, List<Object> sandbox, Map<String, String> environment) {
    CommandLine hub = new CommandLine(new HubCommand());
    sandbox.forEach(hub::addSubcommand);
    if (sandbox.isEmpty()) {
      SandboxMissing.NAMES.forEach(name -> hub.addSubcommand(name, new SandboxMissing()));
    }
    production.forEach(hub::addSubcommand);
    hub.addSubcommand(new CompletionCommand());
    hub.addSubcommand(new HelpCommand());
    hub.getCommandSpec().usageMessage().exitCodeList(ExitCode.help());
    hub.setParameterExceptionHandler(Failures::wrongArguments);
    hub.setExecutionExceptionHandler(Failures::failed);
    hub.setExitCodeExceptionMapper(e -> ExitCode.DEFECT.number());
    hub.setExecutionStrategy(new Execution(environment));
    return hub;
  }
}
