package io.partnerhub.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/** Where routes, mappings and the configuration lie: a checkout or an unpacked distribution. */
public final class HubHome {

  private HubHome() {}

  /** Set by the launcher; the working directory where Java was started by hand. */
  public static Path directory() {
    return Path.of(System.getProperty("hub.home", "")).toAbsolutePath();
  }

  /** How to start a command from any directory; {@code ./hub} where Java was started by hand. */
  public static String launcher() {
    return System.getProperty("hub.launcher", "./hub");
  }

  /** Where the libraries of a class path lie; empty where that is none of an installation. */
  public static Optional<Path> libraries(String classPath) {
    Path first = Path.of("/", classPath.split(File.pathSeparator)[0]);
    return Optional.ofNullable(first.getParent()).filter(directory -> directory.endsWith("lib"));
  }
}
