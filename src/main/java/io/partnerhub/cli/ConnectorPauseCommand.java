package io.partnerhub.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "pause",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Calls a system no more, until it is resumed; a restart of the hub does not end it.",
      "What is due stays due. Your name and the reason are kept."
    })
final class ConnectorPauseCommand extends ActingCommand {

  @Parameters(index = "0", paramLabel = "SYSTEM", description = "The system, such as smartsheet.")
  private String system;

  ConnectorPauseCommand(HubDoor door) {
    super(door);
  }

  @Override
  Object act(RunningHub running, ReasonOption why) {
    return running.invoke(ConnectorCommand.MBEAN, "pause", system, why.reason());
  }
}
