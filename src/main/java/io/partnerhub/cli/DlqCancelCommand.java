package io.partnerhub.cli;

import java.io.PrintWriter;
import javax.management.openmbean.CompositeData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "cancel",
    mixinStandardHelpOptions = true,
    description = "Ends a bulk replay: what it replayed goes on, nothing more is.")
final class DlqCancelCommand extends RunningHubCommand<CompositeData> {

  @Parameters(paramLabel = "JOB", description = "Its number.")
  private long job;

  DlqCancelCommand(HubDoor door) {
    super(door);
  }

  @Override
  CompositeData ask(RunningHub running) {
    return (CompositeData) running.invoke(DlqCommand.MBEAN, "cancel", job);
  }

  @Override
  void print(CompositeData answer, PrintWriter out) {
    ReplayJobs.print(answer, out);
  }
}
