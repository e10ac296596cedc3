package io.partnerhub.cli;

import java.nio.file.Path;

/** The way to a running hub. */
public interface HubDoor {

  /** Where to look for it. */
  sealed interface Place {}

  /** A hub that works with this configuration. */
  record OfConfig(Path file) implements Place {}

  /** A hub that keeps its data in this directory. */
  record OfDataDir(Path directory) implements Place {}

  /** A hub that lets JMX in from elsewhere, by {@code host:port}. */
  record OfAddress(String hostAndPort) implements Place {}

  /**
   * Opens it.
   *
   * @throws CommandFailure when no hub answers there, and what to do
   */
  RunningHub open(Place place);
}
