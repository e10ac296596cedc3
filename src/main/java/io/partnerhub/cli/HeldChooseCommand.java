package io.partnerhub.cli;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "choose",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Settles a held field: every copy that shows another value is written next.",
      "Your name and the reason are kept in the ledger."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  hub held choose partner ALFKI status --agreed --reason \"the tracker is wrong\"",
      "  hub held choose partner ALFKI status --from salesforce --reason \"as Pat said\"",
      "  hub held choose partner ALFKI status --value Active --reason \"signed today\"",
    })
final class HeldChooseCommand extends ActingCommand {

  @Mixin private RecordParameters record;

  @Parameters(index = "2", paramLabel = "FIELD", description = "The held field.")
  private String field;

  @ArgGroup(multiplicity = "1")
  private Choice choice;

  /** Exactly one of these. */
  static final class Choice {
    @Option(names = "--agreed", description = "The agreed value stays.")
    private boolean agreed;

    @Option(
        names = "--from",
        paramLabel = "SYSTEM",
        description = "What the users of this system want.")
    private String from;

    @Option(
        names = "--value",
        paramLabel = "VALUE",
        description = "A value of your own; '' empties the field.")
    private String value;

    private String inWords() {
      if (agreed) {
        return "agreed";
      }
      return from == null ? "=" + value : from;
    }
  }

  HeldChooseCommand(HubDoor door) {
    super(door);
  }

  @Override
  Object act(RunningHub running, ReasonOption why) {
    return running.invoke(
        "Held", "choose", record.type(), record.key(), field, choice.inWords(), why.reason());
  }
}
