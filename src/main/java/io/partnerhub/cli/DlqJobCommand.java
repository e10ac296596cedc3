package io.partnerhub.cli;

import java.io.PrintWriter;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "job",
    mixinStandardHelpOptions = true,
    description = "Shows how a bulk replay stands, or the newest ones.")
final class DlqJobCommand extends RunningHubCommand<Object> {

  @Parameters(arity = "0..1", paramLabel = "JOB", description = "Its number; default: the newest.")
  private Long job;

  DlqJobCommand(HubDoor door) {
    super(door);
  }

  @Override
  Object ask(RunningHub running) {
    return job == null
        ? running.attribute(DlqCommand.MBEAN, "Jobs")
        : running.invoke(DlqCommand.MBEAN, "job", job);
  }

  @Override
  void print(Object answer, PrintWriter out) {
    if (answer instanceof CompositeData one) {
      ReplayJobs.print(one, out);
      return;
    }
    TabularData jobs = (TabularData) answer;
    if (jobs.isEmpty()) {
      out.println("No bulk replay was begun yet.");
    }
    Rows.of(jobs).forEach(one -> ReplayJobs.print(one, out));
  }
}
