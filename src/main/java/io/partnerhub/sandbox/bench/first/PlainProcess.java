package io.partnerhub.sandbox.bench.first;

import io.partnerhub.cli.CommandFailure;
import io.partnerhub.cli.ExitCode;
import io.partnerhub.sandbox.bench.measure.FreshJava;
import io.partnerhub.sandbox.bench.measure.Processor;
import io.partnerhub.sandbox.bench.world.World;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The plain client in a Java of its own, as fresh as the hub's. */
final class PlainProcess implements AutoCloseable {

  private static final int SECONDS_TO_END = 10;

  private final Process process;
  private final Writer orders;
  private final BufferedReader answers;

  private PlainProcess(Process process) {
    this.process = process;
    this.orders = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  static PlainProcess start(World world) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.add(Integer.toString(world.size().partners()));
    arguments.add(world.salesforce().baseUrl());
    arguments.add(world.smartsheet().baseUrl());
    arguments.addAll(world.sheets());
    return new PlainProcess(
        new ProcessBuilder(
                FreshJava.command(List.of(), FreshJava.classPath(), PlainCopy.class, arguments))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** Has it copy everything; returns at once. */
  void copyEverything() throws IOException {
    order(PlainCopy.EVERYTHING);
  }

  /** Has it carry a change over; returns at once. */
  void carryOver(PlainChange change) throws IOException {
    order(change.line());
  }

  private void order(String line) throws IOException {
    orders.write(line + "\n");
    orders.flush();
  }

  /**
   * Returns when it has done what it was told last.
   *
   * @throws CommandFailure when it ended instead; its own message stands on standard error
   */
  void finish() throws IOException {
    if (!PlainCopy.DONE.equals(answers.readLine())) {
      throw ended();
    }
  }

  /** Processor time so far. */
  Processor processor() {
    return Processor.of(process.toHandle(), Stream.empty());
  }

  /** Returns while it runs. */
  void checkAlive() {
    if (!process.isAlive()) {
      throw ended();
    }
  }

  private static CommandFailure ended() {
    return new CommandFailure(
        ExitCode.CHECK_FAILED, "The plain client has ended; see its message above");
  }

  @Override
  public void close() throws IOException {
    orders.close();
    try {
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
