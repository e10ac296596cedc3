package io.partnerhub.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Lets a paused system go on, and polls it.",
      "Your name and the reason are kept."
    })
final class ConnectorResumeCommand extends RunningHubCommand {

  @Mixin private ChooserOption chooser;

  @Parameters(index = "0", paramLabel = "SYSTEM", description = "The system, such as smartsheet.")
  private String system;

  ConnectorResumeCommand(HubDoor door) {
    super(door);
  }

  @Override
  void ask(RunningHub running, PrintWriter out) {
    out.println(running.invoke("Connectors", "resume", system, chooser.reason(), chooser.who()));
  }
}
