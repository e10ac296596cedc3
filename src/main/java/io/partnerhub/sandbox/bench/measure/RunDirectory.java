package io.partnerhub.sandbox.bench.measure;

import io.partnerhub.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory for one run of the hub; it stays there when the run fails. */
public final class RunDirectory {

  private RunDirectory() {}

  /** What runs in it. */
  public interface Running<T> {
    T in(Path directory) throws IOException;
  }

  /** Runs something in a new directory, and removes that afterwards. */
  public static <T> T with(Running<T> running) throws IOException {
    Path directory = Files.createTempDirectory("partner-hub-bench");
    try {
      T result = running.in(directory);
      remove(directory);
      return result;
    } catch (CommandFailure e) {
      throw new CommandFailure(
          e.exitCode(),
          "%s%nThe hub's configuration, logs and store are kept in %s"
              .formatted(e.getMessage(), directory),
          e);
    }
  }

  /** Removes a directory with all in it. */
  public static void remove(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file); // PostgreSQL removes some as it stops
      }
    }
  }
}
