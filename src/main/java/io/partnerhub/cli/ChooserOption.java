package io.partnerhub.cli;

import picocli.CommandLine.Option;

/** Who decides something, and why: both are kept in the ledger. */
final class ChooserOption {

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why; it is kept in the ledger.")
  private String reason;

  String reason() {
    return reason;
  }

  /** The user that runs the command. */
  String who() {
    return System.getProperty("user.name");
  }
}
