package io.partnerhub.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;

@Command(
    name = "rotate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Has every webhook sign its calls by another secret.",
      "The last one stays good for ten minutes, so that nothing under way is lost."
    })
final class WebhookRotateCommand extends RunningHubCommand<String> {

  WebhookRotateCommand(HubDoor door) {
    super(door);
  }

  @Override
  String ask(RunningHub running) {
    return (String) running.invoke(WebhookCommand.MBEAN, "rotate");
  }

  @Override
  void print(String answer, PrintWriter out) {
    out.println(answer);
  }
}
