package io.partnerhub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One run of the launcher, from start to end. */
record Launch(int exitCode, String out, String err) {

  private static final long SECONDS_TO_END = 480;

  /**
   * Runs the launcher with the Java of this test.
   *
   * @param directory the working directory
   * @param environment variables on top of the test's own
   */
  static Launch of(Path hub, Path directory, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("launch", ".out");
    Path err = Files.createTempFile("launch", ".err");
    try {
      Process process =
          prepare(hub, directory, environment, arguments)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("The launcher did not end; it said: " + Files.readString(err));
      }
      return new Launch(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  static ProcessBuilder prepare(
      Path hub, Path directory, Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of(hub.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command).directory(directory.toFile());
    process.environment().keySet().removeIf(name -> name.matches("HUB_.*|JAVA_OPTS|JAVA_TOOL_.*"));
    process.environment().put("JAVA_HOME", System.getProperty("java.home"));
    process.environment().putAll(environment);
    return process;
  }
}
