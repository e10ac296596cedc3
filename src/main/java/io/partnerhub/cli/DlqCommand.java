package io.partnerhub.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "dlq",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Shows the writes that a running hub gave up, and what can be done about them.",
      "A replayed write always brings the newest agreed values: it overwrites nothing newer."
    },
    commandListHeading = "%nCommands (hub dlq COMMAND --help explains each):%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  hub dlq list class=value system=salesforce",
      "  hub dlq show 17",
      "  hub dlq replay 17 --reason \"the field is longer now\"",
    })
public final class DlqCommand implements Runnable {

  /** The MBean that they all speak to. */
  static final String MBEAN = "DeadLetters";

  @Spec private CommandSpec spec;

  private DlqCommand() {}

  /** The command with those below it. */
  public static CommandLine with(HubDoor door) {
    return new CommandLine(new DlqCommand())
        .addSubcommand(new DlqListCommand(door))
        .addSubcommand(new DlqShowCommand(door))
        .addSubcommand(new DlqSimulateCommand(door))
        .addSubcommand(new DlqReplayCommand(door))
        .addSubcommand(new DlqEditCommand(door))
        .addSubcommand(new DlqDiscardCommand(door))
        .addSubcommand(new DlqRestoreCommand(door))
        .addSubcommand(new DlqAssignCommand(door))
        .addSubcommand(new DlqJobCommand(door))
        .addSubcommand(new DlqCancelCommand(door))
        .addSubcommand(new HelpCommand());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "No command was given.");
  }
}
