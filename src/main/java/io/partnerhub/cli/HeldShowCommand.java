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
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows the held fields of one record.")
final class HeldShowCommand implements Callable<ExitCode> {

  private final HubDoor door;
  @Spec private CommandSpec spec;
  @Mixin private HubOption hub;

  @Parameters(index = "0", paramLabel = "TYPE", description = "The record type, such as partner.")
  private String type;

  @Parameters(
      index = "1",
      paramLabel = "KEY",
      description = "The record's business key; or # and the hub's own number of it.")
  private String key;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  HeldShowCommand(HubDoor door) {
    this.door = door;
  }

  @Override
  public ExitCode call() {
    PrintWriter out = spec.commandLine().getOut();
    try (RunningHub running = door.open(hub.place())) {
      HeldItems.print((TabularData) running.invoke("Held", "show", type, key), json, out);
    }
    out.flush();
    return ExitCode.OK;
  }
}
