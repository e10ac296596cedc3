package io.partnerhub;

import io.partnerhub.cli.CommandFailure;
import io.partnerhub.cli.ExitCode;
import io.partnerhub.cli.HubHome;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The simulators of this installation, in a Java of their own: on its class path a hub has none.
 */
final class RehearsalSystems implements AutoCloseable {

  /** What the hub of a rehearsal needs of the configuration that the simulators print. */
  private static final Set<String> NEEDED =
      Set.of(
          "salesforce.login-url",
          "salesforce.client-id",
          "salesforce.client-secret",
          "smartsheet.base-url",
          "smartsheet.token",
          "smartsheet.sheet.partner");

  private static final String LAST_LINE = "Ctrl-C";

  private final Process process;
  private final Map<String, String> settings;

  private RehearsalSystems(Process process, Map<String, String> settings) {
    this.process = process;
    this.settings = settings;
  }

  /**
   * Starts them; empty where the installation has none.
   *
   * @throws CommandFailure when they do not start
   */
  static Optional<RehearsalSystems> start(int partners) {
    String classPath = System.getProperty("java.class.path");
    return HubHome.libraries(classPath)
        .map(libraries -> libraries.resolve("sandbox"))
        .filter(Files::isDirectory)
        .map(sandbox -> start(partners, classPath + File.pathSeparator + sandbox.resolve("*")));
  }

  private static RehearsalSystems start(int partners, String classPath) {
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-Dhub.home=" + HubHome.directory(),
                  "-cp",
                  classPath,
                  HubMain.class.getName(),
                  "simulators",
                  "--partners=" + partners)
              .redirectError(Redirect.INHERIT)
              .start();
      Map<String, String> settings = printed(process);
      if (!settings.keySet().equals(NEEDED)) {
        process.destroy();
        throw new CommandFailure(
            ExitCode.CHECK_FAILED,
            "The simulators did not start; what they said is above. Try them: hub simulators");
      }
      return new RehearsalSystems(process, settings);
    } catch (IOException e) {
      throw new UncheckedIOException("The simulators cannot be started", e);
    }
  }

  private static Map<String, String> printed(Process process) throws IOException {
    Map<String, String> settings = new LinkedHashMap<>();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    while (line != null && !line.startsWith(LAST_LINE)) {
      List<String> parts = List.of(line.strip().split("=", 2));
      if (parts.size() == 2 && NEEDED.contains(parts.get(0))) {
        settings.put(parts.get(0), parts.get(1));
      }
      line = out.readLine();
    }
    return settings;
  }

  /** A hub's configuration for them. */
  Map<String, String> settings() {
    return settings;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
