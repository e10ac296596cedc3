package io.partnerhub.cli;

import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which running hub a command speaks to. */
final class HubOption {

  @Mixin private ConfigOption config;
  @ArgGroup private Other other;

  /** At most one of these. */
  static final class Other {
    @Option(
        names = "--data-dir",
        paramLabel = "DIR",
        description = "The data directory of the hub to ask, instead of a configuration.")
    private Path dataDir;

    @Option(
        names = "--jmx",
        paramLabel = "HOST:PORT",
        description =
            "A hub whose Java was started with remote JMX; user and password, where it asks for"
                + " them, are HUB_JMX_USER and HUB_JMX_PASSWORD in the environment.")
    private String jmx;
  }

  HubDoor.Place place() {
    if (other == null) {
      return new HubDoor.OfConfig(config.file());
    }
    return other.dataDir != null
        ? new HubDoor.OfDataDir(other.dataDir)
        : new HubDoor.OfAddress(other.jmx);
  }
}
