package io.partnerhub.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "prepare",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the next starts of hub run quicker, and its first sync: starts a hub once, lets it"
          + " copy a few partners between simulated systems, and keeps the classes that Java loaded,"
          + " some 70 MB, in hub.jsa beside the libraries. It touches no data and no real system.",
      "To be run once after an installation, by whoever may write there; without it, or with"
          + " another Java, hub run starts as before."
    })
public final class PrepareCommand implements Callable<ExitCode> {

  /** A start without real systems. */
  public interface Rehearsal {

    /**
     * Starts a hub that touches no data and no real system, and stops it.
     *
     * @return how many partners it copied between simulated systems; 0 where none are installed
     * @throws CommandFailure when simulators are installed and not all was copied
     */
    int rehearse() throws Exception;
  }

  private final Rehearsal rehearsal;
  @Spec private CommandSpec spec;

  public PrepareCommand(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  @Override
  public ExitCode call() throws Exception {
    int copied = rehearsal.rehearse();
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "A hub was started"
            + (copied == 0 ? "" : ", copied " + copied + " partners between simulated systems")
            + " and was stopped; Java now writes down the classes that it loaded.");
    out.flush();
    return ExitCode.OK;
  }
}
