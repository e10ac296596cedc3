package io.partnerhub.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "held",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Shows what waits for somebody's decision in a running hub, and decides it.",
      "A held field is written nowhere until somebody chooses; everything else of the record goes"
          + " on."
    },
    commandListHeading = "%nCommands (hub held COMMAND --help explains each):%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  hub held list",
      "  hub held show partner ALFKI",
      "  hub held choose partner ALFKI status --from salesforce --reason \"as Pat said\"",
    })
public final class HeldCommand implements Runnable {

  @Spec private CommandSpec spec;

  private HeldCommand() {}

  /** The command with those below it. */
  public static CommandLine with(HubDoor door) {
    return new CommandLine(new HeldCommand())
        .addSubcommand(new HeldListCommand(door))
        .addSubcommand(new HeldShowCommand(door))
        .addSubcommand(new HeldChooseCommand(door))
        .addSubcommand(new HeldDecideCommand(door))
        .addSubcommand(new HelpCommand());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "No command was given.");
  }
}
