package io.partnerhub.cli;

import picocli.CommandLine.Command;

@Command(
    name = "rotate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Has every webhook sign its calls by another secret.",
      "The last one stays good for ten minutes, so that nothing under way is lost.",
      "Your name and the reason are kept."
    })
final class WebhookRotateCommand extends ActingCommand {

  WebhookRotateCommand(HubDoor door) {
    super(door);
  }

  @Override
  Object act(RunningHub running, ReasonOption why) {
    return running.invoke(WebhookCommand.MBEAN, "rotate", why.reason());
  }
}
