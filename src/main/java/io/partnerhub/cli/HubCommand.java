package io.partnerhub.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "hub",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "",
      "Keeps affiliate partner records the same in Salesforce, in Smartsheet trackers and in"
          + " fulfillment APIs.",
      "Every system's copy is compared with the agreed record, field by field; what its users"
          + " changed is taken over by the rules in mappings/, and every other copy that differs"
          + " is written, in bulk."
    },
    commandListHeading = "%nCommands (hub COMMAND --help explains each):%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit codes:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  hub sandbox                       watch records converge, without an account",
      "  hub check --config my.properties  every fault of configuration and mappings",
      "  hub run --config my.properties    keep real systems in step, until stopped",
      "  hub status                        how the running hub stands",
      "  hub why partner ALFKI             why a record has its values",
      "  hub held list                     what waits for somebody's decision",
      "  hub connector list                how each connector stands, and its budget",
      "  source <(hub completion)          complete commands in bash and zsh",
      "",
      "Environment:",
      "  JAVA_HOME       the Java to use, 17 or newer",
      "  JAVA_OPTS       options for Java, such as -Xmx256m",
      "  HUB_LOG_LEVEL   error, warn, info (default), debug or trace",
      "  HUB_LOG_FORMAT  json (default of run) or plain (default of the others)",
      "  Each configuration key can be set too:",
      "  salesforce.login-url is SALESFORCE_LOGIN_URL.",
    })
final class HubCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "No command was given.");
  }
}
