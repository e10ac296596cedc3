package io.partnerhub.sandbox.crash;

import io.partnerhub.sandbox.HubJava;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The daemon in a process of its own. */
final class HubProcess {

  private static final long SECONDS_TO_END = 120;
  private static final String HEAP = "128m";

  private final Process process;
  private final Path log;

  private HubProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static HubProcess start(Map<String, String> environment, Path scratch)
      throws IOException, InterruptedException {
    Path config = scratch.resolve("hub.properties");
    if (Files.notExists(config)) {
      Files.createFile(config);
    }
    Path log = scratch.resolve("hub.log");
    ProcessBuilder builder = new ProcessBuilder(HubJava.run(HEAP, config));
    builder.environment().putAll(environment);
    Process process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    return new HubProcess(process, log);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL, as a power cut: no hook runs. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** SIGTERM. */
  void terminate() {
    process.destroy();
  }

  /** Waits for the end; gives the exit code. */
  int exitCode() {
    awaitEnd();
    return process.exitValue();
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  private void awaitEnd() {
    try {
      process.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("The hub does not end: process " + process.pid(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while the hub was to end", e);
    }
  }
}
