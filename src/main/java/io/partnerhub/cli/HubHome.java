package io.partnerhub.cli;

import java.nio.file.Path;

/** Where routes, mappings and the configuration lie: a checkout or an unpacked distribution. */
public final class HubHome {

  private HubHome() {}

  /** Set by the launcher; the working directory where Java was started by hand. */
  public static Path directory() {
    return Path.of(System.getProperty("hub.home", "")).toAbsolutePath();
  }
}
