package io.partnerhub.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Mixin;

/** A command that has a running hub do something, for a reason, and prints what it says it did. */
abstract class ActingCommand extends RunningHubCommand<String> {

  @Mixin private ReasonOption why;

  ActingCommand(HubDoor door) {
    super(door);
  }

  @Override
  final String ask(RunningHub running) {
    return (String) act(running, why);
  }

  /** Has it done. */
  abstract Object act(RunningHub running, ReasonOption why);

  @Override
  final void print(String answer, PrintWriter out) {
    out.println(answer);
  }
}
