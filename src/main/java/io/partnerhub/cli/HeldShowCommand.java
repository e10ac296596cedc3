package io.partnerhub.cli;

import java.io.PrintWriter;
import javax.management.openmbean.TabularData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows the held fields of one record.")
final class HeldShowCommand extends RunningHubCommand {

  @Mixin private RecordParameters record;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  HeldShowCommand(HubDoor door) {
    super(door);
  }

  @Override
  void ask(RunningHub running, PrintWriter out) {
    HeldItems.print(
        (TabularData) running.invoke("Held", "show", record.type(), record.key()), json, out);
  }
}
