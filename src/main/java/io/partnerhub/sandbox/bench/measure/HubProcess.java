package io.partnerhub.sandbox.bench.measure;

import io.partnerhub.HubMain;
import io.partnerhub.cli.CommandFailure;
import io.partnerhub.cli.ExitCode;
import io.partnerhub.sandbox.FreePort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The hub as it runs in production: a Java of its own, without the sandbox on its class path. */
public final class HubProcess implements AutoCloseable {

  private static final Duration DRAIN = Duration.ofMinutes(2);
  private static final int LINES_TO_SHOW = 20;
  private static final String STORE_PID = "data/postgres/postmaster.pid";
  private static final List<String> SETTINGS_OF_A_HUB =
      List.of("HUB_", "STORE_", "SALESFORCE_", "SMARTSHEET_", "FULFILLMENT_");

  private final Process process;
  private final Path log;
  private final Path gcLog;
  private final int jmxPort;

  private HubProcess(Process process, Path log, Path gcLog, int jmxPort) {
    this.process = process;
    this.log = log;
    this.gcLog = gcLog;
    this.jmxPort = jmxPort;
  }

  /** Starts it; its logs lie beside the configuration. */
  public static HubProcess start(Path config) throws IOException {
    Path log = config.resolveSibling("hub.log");
    Path gcLog = config.resolveSibling("gc.log");
    int jmxPort = FreePort.find();
    ProcessBuilder builder = new ProcessBuilder(command(config, gcLog, jmxPort));
    builder
        .environment()
        .keySet()
        .removeIf(name -> SETTINGS_OF_A_HUB.stream().anyMatch(name::startsWith));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = builder.start();
    // Only a terminal's Ctrl-C reaches it too: without its systems it would run on for ever.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-hub"));
    return new HubProcess(process, log, gcLog, jmxPort);
  }

  private static List<String> command(Path config, Path gcLog, int jmxPort) {
    String jmx = "-Dcom.sun.management.jmxremote.";
    return FreshJava.command(
        List.of(
            "-Xlog:gc:file=" + gcLog,
            jmx + "port=" + jmxPort,
            jmx + "rmi.port=" + jmxPort,
            jmx + "host=127.0.0.1",
            jmx + "authenticate=false",
            jmx + "ssl=false",
            "-Djava.rmi.server.hostname=127.0.0.1"),
        FreshJava.productionClassPath(),
        HubMain.class,
        List.of("run", "--config", config.toString()));
  }

  /**
   * Returns while it runs.
   *
   * @throws CommandFailure with the end of its log when it has ended
   */
  public void checkAlive() {
    if (!process.isAlive()) {
      throw new CommandFailure(
          ExitCode.CHECK_FAILED,
          "The hub ended with exit code %d. The end of its log:%n%s"
              .formatted(process.exitValue(), endOfLog()));
    }
  }

  private String endOfLog() {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
      return String.join(
          System.lineSeparator(),
          lines.subList(Math.max(0, lines.size() - LINES_TO_SHOW), lines.size()));
    } catch (IOException e) {
      return "(" + log + " cannot be read: " + e.getMessage() + ")";
    }
  }

  /** Its polls, counted by itself. */
  public Cycles cycles() throws IOException {
    return Cycles.of(jmxPort);
  }

  /** How it stands, by itself. */
  public Vitals vitals() throws IOException {
    return Vitals.of(jmxPort);
  }

  /** Its heap so far, with a full collection now: there may have been no need of one yet. */
  public Heap heap() throws IOException {
    try (Vitals vitals = vitals()) {
      vitals.liveMegabytes();
    }
    return Heap.of(Files.readAllLines(gcLog));
  }

  /** Processor time so far. */
  public Processor processor() throws IOException {
    return Processor.of(process.toHandle(), store());
  }

  /** PostgreSQL is no child of the hub's; its directory names the process. */
  private Stream<ProcessHandle> store() throws IOException {
    String pid = Files.readAllLines(log.resolveSibling(STORE_PID)).get(0).strip();
    return ProcessHandle.of(Long.parseLong(pid)).stream()
        .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()));
  }

  /** Lets it drain, and ends it if it does not. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(DRAIN.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new CommandFailure(
            ExitCode.CHECK_FAILED,
            "The hub did not drain within %d s and was killed; its log: %s"
                .formatted(DRAIN.toSeconds(), log));
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
