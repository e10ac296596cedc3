package io.partnerhub.cli;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "decide",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Ends a stop: too many copies of a system changed at once, and the guard asks whether that"
          + " is meant.",
      "Your name and the reason are kept in the ledger."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  hub held decide partner smartsheet --put-back --reason \"sorted by mistake\"",
      "  hub held decide partner smartsheet --apply --reason \"regions, as planned\"",
    })
final class HeldDecideCommand extends ActingCommand {

  @Parameters(index = "0", paramLabel = "TYPE", description = "The record type, such as partner.")
  private String type;

  @Parameters(
      index = "1",
      paramLabel = "SYSTEM",
      description = "The system in which too much changed.")
  private String system;

  @Option(
      names = "--location",
      paramLabel = "PLACE",
      defaultValue = "",
      description = "One object or sheet, as the list tells it; default: every one.")
  private String location;

  @ArgGroup(multiplicity = "1")
  private Verdict verdict;

  /** Exactly one of these. */
  static final class Verdict {
    @Option(names = "--apply", description = "What people did there counts, by the rules.")
    private boolean apply;

    @Option(names = "--put-back", description = "It does not: the agreed records are put back.")
    private boolean putBack;
  }

  HeldDecideCommand(HubDoor door) {
    super(door);
  }

  @Override
  Object act(RunningHub running, ReasonOption why) {
    return running.invoke(
        "Held",
        "decide",
        type,
        system,
        location,
        verdict.apply ? "apply" : "put-back",
        why.reason());
  }
}
