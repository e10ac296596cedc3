package io.partnerhub.sandbox.bench;

import io.partnerhub.sandbox.sim.Operation;
import io.partnerhub.sandbox.sim.SimulatorServer;

/** Waits until the hub writes nothing any more, and counts what its polls cost then. */
final class QuietCycles {

  private static final int CYCLES = 3;

  private final World world;
  private final Cycles cycles;
  private final Patience patience;

  QuietCycles(World world, Cycles cycles, Patience patience) {
    this.world = world;
    this.cycles = cycles;
    this.patience = patience;
  }

  /** Takes the first cycles in a row in which no system was written. */
  Quiet measure() {
    return new Quiet(
        calls("salesforce", world.salesforce()), calls("smartsheet", world.smartsheet()));
  }

  private double calls(String system, SimulatorServer server) {
    while (true) {
      end(system);
      long writes = writes();
      long calls = server.counters().snapshot().total();
      for (int i = 0; i < CYCLES; i++) {
        end(system);
      }
      if (writes() == writes) {
        return (double) (server.counters().snapshot().total() - calls) / CYCLES;
      }
    }
  }

  private void end(String system) {
    long before = cycles.ended(system);
    patience.until(
        "The next poll of " + system,
        () -> cycles.ended(system) > before,
        () -> "it has polled " + before + " times");
  }

  private long writes() {
    return world.salesforce().counters().snapshot().of(Operation.WRITE)
        + world.smartsheet().counters().snapshot().of(Operation.WRITE);
  }
}
