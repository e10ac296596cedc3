package io.partnerhub.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Has the write of a dead letter tried again now, with the newest agreed values.",
      "Your name and the reason are kept in the ledger."
    },
    footerHeading = "%nExample:%n",
    footer = "  hub dlq replay 17 --reason \"the field is longer now\"")
final class DlqReplayCommand extends ActingCommand {

  @Mixin private LetterParameter letter;

  DlqReplayCommand(HubDoor door) {
    super(door);
  }

  @Override
  Object act(RunningHub running, ChooserOption by) {
    return running.invoke(DlqCommand.MBEAN, "replay", letter.id(), by.reason());
  }
}
