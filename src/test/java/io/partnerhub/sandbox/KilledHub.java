package io.partnerhub.sandbox;

import static io.partnerhub.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A hub in a process of its own, which can be killed at any instant and started again. */
final class KilledHub implements AutoCloseable {

  private static final String HEAP = "256m";
  private static final long SECONDS_TO_END = 60;
  private static final long LONGEST_AFTER = TimeUnit.MILLISECONDS.toNanos(60);

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

  void start() throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(HubJava.run(HEAP, config));
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

  /** Starts the hub, and kills it up to 60 ms after something has come true. */
  void killWhen(BooleanSupplier instant, Random random) throws IOException, InterruptedException {
    start();
    await().pollInterval(Duration.ofMillis(2)).until(() -> instant.getAsBoolean() || !isAlive());
    assertThat(isAlive()).as(log()).isTrue();
    LockSupport.parkNanos((long) (random.nextDouble() * LONGEST_AFTER));
    kill();
  }

  /** As a power cut would: no hook runs, and its PostgreSQL stays behind. */
  void kill() {
    process.destroyForcibly();
    ended(process.toHandle());
  }

  /** By SIGTERM, as an operator stops it: it drains; returns when it has ended. */
  void terminate() {
    process.destroy();
    ended(process.toHandle());
  }

  /** Of a hub that has ended. */
  int exitCode() {
    return process.exitValue();
  }

  String log() throws IOException {
    return Files.exists(log) ? Files.readString(log) : "";
  }

  private static void ended(ProcessHandle process) {
    try {
      process.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("It does not end: process " + process.pid(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while process " + process.pid() + " was to end", e);
    }
  }

  /** Its store has ended, too: nobody writes into the directory any more. */
  @Override
  public void close() throws IOException {
    if (isAlive()) {
      process.destroy();
      ended(process.toHandle());
    }
    Path pidFile = dataDir.resolve("postgres/postmaster.pid");
    if (Files.exists(pidFile)) {
      long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
      ProcessHandle.of(pid)
          .ifPresent(
              server -> {
                server.destroy();
                ended(server);
              });
    }
  }
}
