package io.partnerhub.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import javax.management.openmbean.CompositeData;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Has the writes of dead letters tried again, with the newest agreed values.",
      "One by its number is tried now. Several by conditions, or all, are a job: a few a second, it"
          + " stops by itself when too many fail again. Your name and the reason are kept in the"
          + " ledger."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  hub dlq replay 17 --reason \"the field is longer now\"",
      "  hub dlq replay class=permission --max 500 --per-second 5 --reason \"…\"",
      "  hub dlq replay --all --reason \"Salesforce is back\"",
    })
final class DlqReplayCommand extends RunningHubCommand<Object> {

  private static final int USUAL_MOST = 1_000;
  private static final int USUAL_PACE = 20;

  @Spec private CommandSpec spec;
  @Mixin private ReasonOption why;

  @ArgGroup(multiplicity = "1")
  private Which which;

  /** Exactly one of these. */
  static final class Which {
    @Parameters(
        arity = "1..*",
        paramLabel = "ID|CONDITION",
        description = "The number of a letter; or conditions, as hub dlq list takes them.")
    private List<String> letters = new ArrayList<>();

    @Option(names = "--all", description = "Every letter in the queue.")
    private boolean all;

    private boolean isOne() {
      return letters.size() == 1 && letters.get(0).matches("\\d{1,18}");
    }
  }

  @Option(
      names = "--max",
      paramLabel = "N",
      description = "Of several: how many at most; default: 1000 with conditions, all with --all.")
  private Integer max;

  @Option(
      names = "--per-second",
      paramLabel = "N",
      description = "Of several: how many in a second at most, up to 1,000; default: 20.")
  private Integer perSecond;

  DlqReplayCommand(HubDoor door) {
    super(door);
  }

  @Override
  Object ask(RunningHub running) {
    if (which.all) {
      return all(running);
    }
    if (which.isOne()) {
      return one(running);
    }
    String filter = FilterParameter.text(which.letters);
    return running.invoke(
        DlqCommand.MBEAN,
        "replayMatching",
        filter,
        max == null ? USUAL_MOST : max,
        pace(),
        why.reason());
  }

  private Object all(RunningHub running) {
    if (!isBounded()) {
      return running.invoke(DlqCommand.MBEAN, "replayAll", why.reason());
    }
    int most = max == null ? Integer.MAX_VALUE : max;
    return running.invoke(DlqCommand.MBEAN, "replayAllAtMost", most, pace(), why.reason());
  }

  private Object one(RunningHub running) {
    if (isBounded()) {
      throw new ParameterException(
          spec.commandLine(), "--max and --per-second are for several letters, not for one");
    }
    long id = Long.parseLong(which.letters.get(0));
    return running.invoke(DlqCommand.MBEAN, "replay", id, why.reason());
  }

  private boolean isBounded() {
    return max != null || perSecond != null;
  }

  private int pace() {
    return perSecond == null ? USUAL_PACE : perSecond;
  }

  @Override
  void print(Object answer, PrintWriter out) {
    if (answer instanceof CompositeData job) {
      ReplayJobs.print(job, out);
      out.println("  look again with: hub dlq job " + job.get("job"));
    } else {
      out.println(answer);
    }
  }
}
