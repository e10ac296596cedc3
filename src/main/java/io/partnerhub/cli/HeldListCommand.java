package io.partnerhub.cli;

import java.io.PrintWriter;
import javax.management.openmbean.TabularData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description =
        "Lists held fields, keys that several records came to, copies of no record, and stops of"
            + " the guard on mass change.")
final class HeldListCommand extends RunningHubCommand {

  @Parameters(arity = "0..1", paramLabel = "TYPE", description = "One record type; default: all.")
  private String type;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  HeldListCommand(HubDoor door) {
    super(door);
  }

  @Override
  void ask(RunningHub running, PrintWriter out) {
    TabularData items = (TabularData) running.invoke("Held", "list", type == null ? "" : type);
    HeldItems.print(items, json, out);
  }
}
