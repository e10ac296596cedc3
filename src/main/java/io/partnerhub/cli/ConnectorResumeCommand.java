package io.partnerhub.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Lets a paused system go on, and polls it.",
      "Your name and the reason are kept."
    })
final class ConnectorResumeCommand extends ActingCommand {

  @Parameters(index = "0", paramLabel = "SYSTEM", description = "The system, such as smartsheet.")
  private String system;

  ConnectorResumeCommand(HubDoor door) {
    super(door);
  }

  @Override
  Object act(RunningHub running, ReasonOption why) {
    return running.invoke(ConnectorCommand.MBEAN, "resume", system, why.reason());
  }
}
