package io.partnerhub.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
      "  hub held choose partner ALFKI status --agreed --reason \"the tracker was wrong\"",
      "  hub held choose partner ALFKI status --from salesforce --reason \"as Pat said\"",
      "  hub held choose partner ALFKI status --value Active --reason \"signed today\"",
    })
final class HeldChooseCommand implements Callable<ExitCode> {

  private final HubDoor door;
  @Spec private CommandSpec spec;
  @Mixin private HubOption hub;

  @Parameters(index = "0", paramLabel = "TYPE", description = "The record type, such as partner.")
  private String type;

  @Parameters(
      index = "1",
      paramLabel = "KEY",
      description = "The record's business key; or # and the hub's own number of it.")
  private String key;

  @Parameters(index = "2", paramLabel = "FIELD", description = "The held field.")
  private String field;

  @ArgGroup(multiplicity = "1")
  private Choice choice;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why; it is kept in the ledger.")
  private String reason;

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
    this.door = door;
  }

  @Override
  public ExitCode call() {
    PrintWriter out = spec.commandLine().getOut();
    try (RunningHub running = door.open(hub.place())) {
      out.println(
          running.invoke(
              "Held",
              "choose",
              type,
              key,
              field,
              choice.inWords(),
              reason,
              System.getProperty("user.name")));
    }
    out.flush();
    return ExitCode.OK;
  }
}
