package io.partnerhub.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A command that opens a running hub, asks it, and prints what it says: for people or as JSON.
 *
 * @param <T> what the hub says, in an open type
 */
abstract class RunningHubCommand<T> implements Callable<ExitCode> {

  private final HubDoor door;
  @Spec private CommandSpec spec;
  @Mixin private HubOption hub;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  RunningHubCommand(HubDoor door) {
    this.door = door;
  }

  @Override
  public final ExitCode call() {
    T answer;
    try (RunningHub running = door.open(hub.place())) {
      answer = ask(running);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(OpenJson.text(answer));
    } else {
      PrintWriter lines = new PlainLines(out);
      print(answer, lines);
      lines.flush();
    }
    out.flush();
    return ExitCode.OK;
  }

  /** Asks the hub, which is closed afterwards. */
  abstract T ask(RunningHub running);

  /** Prints its answer for people. */
  abstract void print(T answer, PrintWriter out);
}
