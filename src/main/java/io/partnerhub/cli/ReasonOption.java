package io.partnerhub.cli;

import picocli.CommandLine.Option;

/** Why somebody decides something; who does is known by the login. */
final class ReasonOption {

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why; it is kept with your name.")
  private String reason;

  String reason() {
    return reason;
  }
}
