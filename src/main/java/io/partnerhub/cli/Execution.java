package io.partnerhub.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Runs the command that was typed, and takes the {@link ExitCode} it returns. */
final class Execution implements IExecutionStrategy {

  private final Map<String, String> environment;

  Execution(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public int execute(ParseResult parsed) {
    List<CommandLine> typed = parsed.asCommandLineList();
    CommandLine command = typed.get(typed.size() - 1);
    chooseLog(command);
    int ofHelp = new RunLast().execute(parsed);
    return command.getExecutionResult() instanceof ExitCode code ? code.number() : ofHelp;
  }

  private void chooseLog(CommandLine command) {
    try {
      LogSettings.choose(command.getCommandName(), environment);
    } catch (CommandFailure e) {
      throw new ExecutionException(command, e.getMessage(), e);
    }
  }
}
