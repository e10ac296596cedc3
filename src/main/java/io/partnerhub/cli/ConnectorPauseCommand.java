package io.partnerhub.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "pause",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Calls a system no more, until it is resumed; a restart of the hub does not end it.",
      "What is due stays due. Your name and the reason are kept."
    })
final class ConnectorPauseCommand extends RunningHubCommand {

  @Mixin private ChooserOption chooser;

  @Parameters(index = "0", paramLabel = "SYSTEM", description = "The system, such as smartsheet.")
  private String system;

  ConnectorPauseCommand(HubDoor door) {
    super(door);
  }

  @Override
  void ask(RunningHub running, PrintWriter out) {
    out.println(running.invoke("Connectors", "pause", system, chooser.reason(), chooser.who()));
  }
}
