package io.partnerhub.sandbox;

import io.partnerhub.HubMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A hub in a process of its own, which can be killed at any instant and started again. */
final class KilledHub implements AutoCloseable {

  private static final long SECONDS_TO_END = 20;

  private final Rig rig;
  private final Path dataDir;
  private final Path config;
  private final Path log;
  private Process process;

  KilledHub(Rig rig, Path dataDir, Path scratch) throws IOException {
    this.rig = rig;
    this.dataDir = dataDir;
    this.config = Files.createFile(scratch.resolve("hub.properties"));
    this.log = scratch.resolve("hub.log");
  }

  void start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                HubMain.class.getName(),
                "run",
                "--config",
                config.toString()));
    builder.environment().putAll(rig.environment());
    process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
  }

  boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** As a power cut would: no hook runs, and its PostgreSQL stays behind. */
  void kill() {
    process.destroyForcibly();
    ended();
  }

  String log() throws IOException {
    return Files.exists(log) ? Files.readString(log) : "";
  }

  private void ended() {
    try {
      process.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("The hub does not end: process " + process.pid(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while the hub was to end", e);
    }
  }

  @Override
  public void close() throws IOException {
    if (isAlive()) {
      process.destroy();
      ended();
    }
    Path pidFile = dataDir.resolve("postgres/postmaster.pid");
    if (Files.exists(pidFile)) {
      long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
    }
  }
}
