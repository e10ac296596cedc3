package io.partnerhub.cli;

import picocli.CommandLine.Parameters;

/** Which dead letter a command is about. */
final class LetterParameter {

  @Parameters(index = "0", paramLabel = "ID", description = "Number of the letter, as listed.")
  private long id;

  long id() {
    return id;
  }
}
