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
            "A hub elsewhere, by its jmx.port; its user and password are HUB_JMX_USER and"
                + " HUB_JMX_PASSWORD in the environment, where HUB_JMX_TLS=true turns TLS on.")
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
