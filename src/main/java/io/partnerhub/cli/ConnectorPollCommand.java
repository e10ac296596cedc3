package io.partnerhub.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "poll",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Polls a system now, even one that is left alone because it did not answer.",
      "Your name and the reason are kept."
    })
final class ConnectorPollCommand extends ActingCommand {

  @Parameters(index = "0", paramLabel = "SYSTEM", description = "The system, such as smartsheet.")
  private String system;

  ConnectorPollCommand(HubDoor door) {
    super(door);
  }

  @Override
  Object act(RunningHub running, ReasonOption why) {
    return running.invoke(ConnectorCommand.MBEAN, "pollNow", system, why.reason());
  }
}
