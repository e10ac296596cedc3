package io.partnerhub.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Brings a discarded dead letter back into the queue.",
      "Your name and the reason are kept in the ledger."
    },
    footerHeading = "%nExample:%n",
    footer = "  hub dlq restore 17 --reason \"it was real after all\"")
final class DlqRestoreCommand extends ActingCommand {

  @Mixin private LetterParameter letter;

  DlqRestoreCommand(HubDoor door) {
    super(door);
  }

  @Override
  Object act(RunningHub running, ReasonOption why) {
    return running.invoke(DlqCommand.MBEAN, "restore", letter.id(), why.reason());
  }
}
