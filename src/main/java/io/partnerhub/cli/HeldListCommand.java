package io.partnerhub.cli;

import javax.management.openmbean.TabularData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description =
        "Lists held fields, keys that several records came to, copies of no record, and stops of"
            + " the guard on mass change.")
final class HeldListCommand extends HeldItemsCommand {

  @Parameters(arity = "0..1", paramLabel = "TYPE", description = "One record type; default: all.")
  private String type;

  HeldListCommand(HubDoor door) {
    super(door);
  }

  @Override
  TabularData ask(RunningHub running) {
    return (TabularData) running.invoke("Held", "list", type == null ? "" : type);
  }
}
