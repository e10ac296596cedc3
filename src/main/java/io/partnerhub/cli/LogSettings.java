package io.partnerhub.cli;

import java.util.Map;
import java.util.Set;

/** Chooses how logback.xml writes; must come before the first logger is made. */
final class LogSettings {

  private static final Set<String> LEVELS = Set.of("error", "warn", "info", "debug", "trace");
  private static final Set<String> FORMATS = Set.of("json", "plain");

  private LogSettings() {}

  /**
   * Checks what the environment asks for, since logback would log everything at a wrong level and
   * nothing in a wrong format.
   */
  static void choose(String command, Map<String, String> environment) {
    oneOf(LEVELS, "HUB_LOG_LEVEL", environment);
    oneOf(FORMATS, "HUB_LOG_FORMAT", environment);
    System.setProperty("hub.log.format", command.equals("run") ? "json" : "plain");
  }

  private static void oneOf(Set<String> allowed, String name, Map<String, String> environment) {
    String value = environment.get(name);
    if (value != null && !allowed.contains(value)) {
      throw new CommandFailure(
          ExitCode.WRONG_INPUT,
          "%s is '%s'; set it to one of %s, or unset it."
              .formatted(name, value, String.join(", ", allowed.stream().sorted().toList())));
    }
  }
}
