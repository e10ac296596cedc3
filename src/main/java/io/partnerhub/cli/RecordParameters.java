package io.partnerhub.cli;

import picocli.CommandLine.Parameters;

/** Which record a command is about. */
final class RecordParameters {

  @Parameters(index = "0", paramLabel = "TYPE", description = "The record type, such as partner.")
  private String type;

  @Parameters(
      index = "1",
      paramLabel = "KEY",
      description = "The record's business key; or # and the hub's own number of it.")
  private String key;

  String type() {
    return type;
  }

  String key() {
    return key;
  }
}
