package io.partnerhub.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a script that completes commands and options in bash and zsh.",
      "Use it at once with: source <(hub completion)"
    })
final class CompletionCommand implements Callable<ExitCode> {

  @Spec private CommandSpec spec;

  @Override
  public ExitCode call() {
    spec.commandLine().getOut().print(AutoComplete.bash("hub", spec.root().commandLine()));
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }
}
