package io.partnerhub.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "reset",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Has a source of a paused system read again, once it is resumed.",
      "What did not change since stays as it is. Your name and the reason are kept."
    })
final class ConnectorResetCommand extends ActingCommand {

  @Parameters(index = "0", paramLabel = "SYSTEM", description = "The system, such as smartsheet.")
  private String system;

  @Parameters(
      index = "1",
      paramLabel = "SOURCE",
      description = "The object, sheet or resource, as hub connector list --sources tells it.")
  private String source;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      required = true,
      description = "start, or the time of change to read from, such as 2026-03-01T08:00:00Z.")
  private String to;

  ConnectorResetCommand(HubDoor door) {
    super(door);
  }

  @Override
  Object act(RunningHub running, ReasonOption why) {
    return running.invoke(
        ConnectorCommand.MBEAN, "resetCheckpoint", system, source, to, why.reason());
  }
}
