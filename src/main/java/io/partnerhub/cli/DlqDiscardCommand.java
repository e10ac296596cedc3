package io.partnerhub.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "discard",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Puts a dead letter away: its write is tried again only once the record changes.",
      "Your name and the reason are kept in the ledger."
    },
    footerHeading = "%nExample:%n",
    footer = "  hub dlq discard 17 --reason \"a test partner\"")
final class DlqDiscardCommand extends ActingCommand {

  @Mixin private LetterParameter letter;

  DlqDiscardCommand(HubDoor door) {
    super(door);
  }

  @Override
  Object act(RunningHub running, ReasonOption why) {
    return running.invoke(DlqCommand.MBEAN, "discard", letter.id(), why.reason());
  }
}
