package io.partnerhub.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "connector",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Shows how the connectors of a running hub stand, and pauses, resumes, polls or resets them."
    },
    commandListHeading = "%nCommands (hub connector COMMAND --help explains each):%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  hub connector list",
      "  hub connector pause smartsheet --reason \"columns are being moved\"",
      "  hub connector reset salesforce Account --to start --reason \"a bad import\"",
    })
public final class ConnectorCommand implements Runnable {

  /** The MBean that they all speak to. */
  static final String MBEAN = "Connectors";

  @Spec private CommandSpec spec;

  private ConnectorCommand() {}

  /** The command with those below it. */
  public static CommandLine with(HubDoor door) {
    return new CommandLine(new ConnectorCommand())
        .addSubcommand(new ConnectorListCommand(door))
        .addSubcommand(new ConnectorPauseCommand(door))
        .addSubcommand(new ConnectorResumeCommand(door))
        .addSubcommand(new ConnectorPollCommand(door))
        .addSubcommand(new ConnectorResetCommand(door))
        .addSubcommand(new HelpCommand());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "No command was given.");
  }
}
