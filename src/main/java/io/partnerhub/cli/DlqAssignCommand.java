package io.partnerhub.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "assign",
    mixinStandardHelpOptions = true,
    description = "Says who cares for a dead letter; your name is kept in the ledger.")
final class DlqAssignCommand extends RunningHubCommand<String> {

  @Mixin private LetterParameter letter;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "WHO",
      defaultValue = "",
      description = "Their name; default: nobody.")
  private String to;

  DlqAssignCommand(HubDoor door) {
    super(door);
  }

  @Override
  String ask(RunningHub running) {
    return (String) running.invoke(DlqCommand.MBEAN, "assign", letter.id(), to);
  }

  @Override
  void print(String answer, PrintWriter out) {
    out.println(answer);
  }
}
