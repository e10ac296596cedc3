package io.partnerhub;

import io.partnerhub.cli.CheckCommand;
import io.partnerhub.cli.ConnectorCommand;
import io.partnerhub.cli.DlqCommand;
import io.partnerhub.cli.HeldCommand;
import io.partnerhub.cli.HubCommandLine;
import io.partnerhub.cli.PrepareCommand;
import io.partnerhub.cli.RunCommand;
import io.partnerhub.cli.StatusCommand;
import io.partnerhub.cli.WebhookCommand;
import io.partnerhub.cli.WhyCommand;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** Where the hub starts: {@code hub COMMAND}. */
public final class HubMain {

  private HubMain() {}

  static CommandLine commands(Map<String, String> environment) {
    HubDoors doors = new HubDoors(environment);
    return HubCommandLine.of(
        List.of(
            // Made when it runs: its logger must not come before the log was chosen.
            new RunCommand(config -> new HubDaemon(environment).runUntilStopped(config)),
            new CheckCommand(new FilesCheck(environment)),
            new PrepareCommand(new DryStart()),
            new StatusCommand(doors),
            new WhyCommand(doors),
            HeldCommand.with(doors),
            ConnectorCommand.with(doors),
            DlqCommand.with(doors),
            WebhookCommand.with(doors)),
        environment);
  }

  public static void main(String... args) {
    System.exit(commands(System.getenv()).execute(args));
  }
}
