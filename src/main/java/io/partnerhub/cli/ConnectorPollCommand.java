package io.partnerhub.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "poll",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Polls a system now, even one that is left alone because it did not answer.",
      "Your name and the reason are kept."
    })
final class ConnectorPollCommand extends RunningHubCommand {

  @Mixin private ChooserOption chooser;

  @Parameters(index = "0", paramLabel = "SYSTEM", description = "The system, such as smartsheet.")
  private String system;

  ConnectorPollCommand(HubDoor door) {
    super(door);
  }

  @Override
  void ask(RunningHub running, PrintWriter out) {
    out.println(running.invoke("Connectors", "pollNow", system, chooser.reason(), chooser.who()));
  }
}
