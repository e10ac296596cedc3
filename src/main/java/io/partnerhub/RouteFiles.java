package io.partnerhub;

import io.partnerhub.cli.CommandFailure;
import io.partnerhub.cli.ExitCode;
import io.partnerhub.model.SystemName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which files of the routes' directory are loaded: {@code pull-salesforce} is of Salesforce. */
final class RouteFiles {

  private static final String SUFFIX = ".camel.yaml";
  private static final List<SystemName> KNOWN =
      List.of(SystemName.SALESFORCE, SystemName.SMARTSHEET, SystemName.FULFILLMENT);

  private RouteFiles() {}

  /**
   * As Camel takes them: all files but those of a system that is not among these.
   *
   * @throws CommandFailure when there are none: a hub without routes would do nothing, unnoticed
   */
  static String of(Path directory, Set<SystemName> systems) {
    String routes = Files.isDirectory(directory) ? list(directory, systems) : "";
    if (routes.isEmpty()) {
      throw new CommandFailure(
          ExitCode.WRONG_INPUT,
          "%s: There is no route (*%s) in this directory. Put those of the distribution there, or"
                  .formatted(directory, SUFFIX)
              + " set hub.routes-dir");
    }
    return routes;
  }

  private static String list(Path directory, Set<SystemName> systems) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .filter(file -> KNOWN.stream().noneMatch(s -> isOf(file, s) && !systems.contains(s)))
          .sorted()
          .map(file -> "file:" + file)
          .collect(Collectors.joining(","));
    } catch (IOException e) {
      throw new UncheckedIOException("The routes cannot be listed: " + directory, e);
    }
  }

  private static boolean isOf(Path file, SystemName system) {
    return file.getFileName().toString().endsWith("-" + system + SUFFIX);
  }
}
