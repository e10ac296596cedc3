package io.partnerhub.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "webhook",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Shows the webhooks by which Smartsheet calls a running hub; renews their secrets.",
    commandListHeading = "%nCommands (hub webhook COMMAND --help explains each):%n")
public final class WebhookCommand implements Runnable {

  /** The MBean that they all speak to. */
  static final String MBEAN = "Webhooks";

  @Spec private CommandSpec spec;

  private WebhookCommand() {}

  /** The command with those below it. */
  public static CommandLine with(HubDoor door) {
    return new CommandLine(new WebhookCommand())
        .addSubcommand(new WebhookListCommand(door))
        .addSubcommand(new WebhookRotateCommand(door))
        .addSubcommand(new HelpCommand());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "No command was given.");
  }
}
