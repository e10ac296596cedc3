package io.partnerhub.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import javax.management.openmbean.TabularData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description =
        "Lists held fields, keys that several records came to, copies of no record, and stops of"
            + " the guard on mass change.")
final class HeldListCommand implements Callable<ExitCode> {

  private final HubDoor door;
  @Spec private CommandSpec spec;
  @Mixin private HubOption hub;

  @Parameters(arity = "0..1", paramLabel = "TYPE", description = "One record type; default: all.")
  private String type;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  HeldListCommand(HubDoor door) {
    this.door = door;
  }

  @Override
  public ExitCode call() {
    PrintWriter out = spec.commandLine().getOut();
    try (RunningHub running = door.open(hub.place())) {
      TabularData items = (TabularData) running.invoke("Held", "list", type == null ? "" : type);
      HeldItems.print(items, json, out);
    }
    out.flush();
    return ExitCode.OK;
  }
}
