package io.partnerhub.sandbox.demo;

import io.partnerhub.Hub;
import io.partnerhub.mapping.MappingSet;
import io.partnerhub.sandbox.FulfillmentCalls;
import io.partnerhub.sandbox.PublishedMappings;
import io.partnerhub.sandbox.SandboxCommand;
import io.partnerhub.sandbox.Simulators;
import io.partnerhub.sandbox.demo.data.Morning;
import io.partnerhub.sandbox.demo.world.Systems;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Everything that a demonstration starts; closing stops it in reverse, also halfway through. */
final class Stage implements Closeable {

  private final Deque<Closeable> started = new ArrayDeque<>();
  private boolean closed;
  private DataDirectory directory;
  private Systems systems;
  private HubSetup setup;

  /** Starts simulators and store, and constructs the hub; it does not run yet. */
  synchronized void open(SandboxCommand.Options options, Morning morning) throws IOException {
    if (closed) {
      throw new IllegalStateException("Stopped before it started");
    }
    MappingSet mappings = PublishedMappings.load();
    directory = DataDirectory.of(options);
    started.push(directory);
    HubLog.redirectTo(directory.log());
    Simulators simulators = Simulators.start(Simulators.Ports.FREE, options.seed());
    started.push(simulators::close);
    systems = Systems.fill(simulators, mappings, morning);
    setup = HubSetup.construct(systems, directory.path(), options.poll());
    started.push(setup.hub()::close);
    started.push(() -> letGo(simulators));
  }

  Systems systems() {
    return systems;
  }

  /** Starts the hub, and has fulfillment tell it of changes, as the others do by themselves. */
  void start() {
    setup.start();
    FulfillmentCalls.begin(systems.simulators().fulfillment().warehouse(), directory.path());
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
    simulators.fulfillmentServer().faults().clear();
  }
}
