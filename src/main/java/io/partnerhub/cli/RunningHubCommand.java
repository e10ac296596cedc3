package io.partnerhub.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that opens a running hub, asks it, and prints what it says. */
abstract class RunningHubCommand implements Callable<ExitCode> {

  private final HubDoor door;
  @Spec private CommandSpec spec;
  @Mixin private HubOption hub;

  RunningHubCommand(HubDoor door) {
    this.door = door;
  }

  @Override
  public final ExitCode call() {
    PrintWriter out = spec.commandLine().getOut();
    try (RunningHub running = door.open(hub.place())) {
      ask(running, out);
    }
    out.flush();
    return ExitCode.OK;
  }

  /** Asks the hub, which is closed afterwards, and prints its answer. */
  abstract void ask(RunningHub running, PrintWriter out);
}
