package io.partnerhub.cli;

import javax.management.openmbean.TabularData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows the held fields of one record.")
final class HeldShowCommand extends HeldItemsCommand {

  @Mixin private RecordParameters record;

  HeldShowCommand(HubDoor door) {
    super(door);
  }

  @Override
  TabularData ask(RunningHub running) {
    return (TabularData) running.invoke("Held", "show", record.type(), record.key());
  }
}
