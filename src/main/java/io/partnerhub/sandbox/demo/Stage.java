package io.partnerhub.sandbox.demo;

import io.partnerhub.Hub;
import io.partnerhub.cli.CommandFailure;
import io.partnerhub.cli.ExitCode;
import io.partnerhub.cli.HubHome;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.MappingFaults;
import io.partnerhub.mapping.MappingFile;
import io.partnerhub.sandbox.SandboxCommand;
import io.partnerhub.sandbox.Simulators;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Everything that a demonstration starts; closing stops it in reverse, also halfway through. */
final class Stage implements Closeable {

  /** The layout of a sheet does not depend on its id, which is not known before it is made. */
  private static final Map<String, String> NO_SHEET_YET = Map.of("partner", "1");

  private final Deque<Closeable> started = new ArrayDeque<>();
  private boolean closed;
  private DataDirectory directory;
  private Systems systems;
  private HubSetup setup;

  /** Starts simulators and store, and constructs the hub; it does not run yet. */
  synchronized void open(
      SandboxCommand.Options options,
      List<Map<String, Object>> accounts,
      List<Map<String, Object>> rows)
      throws IOException {
    if (closed) {
      throw new IllegalStateException("Stopped before it started");
    }
    Mapping mapping = mapping();
    directory = DataDirectory.of(options);
    started.push(directory);
    HubLog.redirectTo(directory.log());
    Simulators simulators = Simulators.start(Simulators.Ports.FREE, options.seed());
    started.push(simulators::close);
    systems = Systems.fill(simulators, mapping, accounts, rows);
    setup = HubSetup.construct(systems, directory.path(), options.poll());
    started.push(setup.hub()::close);
    started.push(() -> letGo(simulators));
  }

  Systems systems() {
    return systems;
  }

  /** Starts the hub. */
  void start() {
    setup.start();
  }

  Hub hub() {
    return setup.hub();
  }

  String healthUrl() {
    return setup.healthUrl();
  }

  DataDirectory directory() {
    return directory;
  }

  /** Whether all is stopped. */
  synchronized boolean isClosed() {
    return closed;
  }

  /** Drains the hub, then stops all; the second call does nothing. */
  @Override
  public synchronized void close() throws IOException {
    closed = true;
    IOException first = null;
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (IOException | RuntimeException e) {
        if (first == null) {
          first = new IOException("The sandbox did not stop cleanly: " + e.getMessage(), e);
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }

  /** A call that is held on command would keep the hub from draining. */
  private static void letGo(Simulators simulators) {
    simulators.salesforceServer().faults().clear();
    simulators.smartsheetServer().faults().clear();
  }

  private static Mapping mapping() {
    try {
      return MappingFile.load(HubHome.directory().resolve("mappings/partner.yaml"), NO_SHEET_YET);
    } catch (MappingFaults e) {
      throw new CommandFailure(ExitCode.WRONG_INPUT, e.getMessage(), e);
    }
  }
}
