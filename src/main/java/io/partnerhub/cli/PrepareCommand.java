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
      "Makes the next starts of hub run quicker: starts a hub once without any system, and keeps"
          + " the classes that Java loaded, some 60 MB, in hub.jsa beside the libraries.",
      "To be run once after an installation, by whoever may write there; without it, or with"
          + " another Java, hub run starts as before."
    })
public final class PrepareCommand implements Callable<ExitCode> {

  /** A start without systems. */
  public interface Rehearsal {

    /** Starts a hub that touches no data and no system, and stops it. */
    void rehearse() throws Exception;
  }

  private final Rehearsal rehearsal;
  @Spec private CommandSpec spec;

  public PrepareCommand(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  @Override
  public ExitCode call() throws Exception {
    rehearsal.rehearse();
    PrintWriter out = spec.commandLine().getOut();
    out.println("A hub was started and stopped; Java now writes down the classes that it loaded.");
    out.flush();
    return ExitCode.OK;
  }
}
