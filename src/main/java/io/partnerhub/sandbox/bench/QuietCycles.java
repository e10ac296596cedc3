package io.partnerhub.sandbox.bench;

import io.partnerhub.sandbox.sim.Operation;
import io.partnerhub.sandbox.sim.SimulatorServer;
import java.util.Map;
import java.util.TreeMap;

/** Waits until the hub writes nothing any more, and counts what its polls cost then. */
final class QuietCycles {

  private static final int CYCLES = 3;

  private final Map<String, SimulatorServer> systems;
  private final Cycles cycles;
  private final Patience patience;

  /**
   * Of some systems.
   *
   * @param systems by the names that the hub's routes have for them
   */
  QuietCycles(Map<String, SimulatorServer> systems, Cycles cycles, Patience patience) {
    this.systems = new TreeMap<>(systems);
    this.cycles = cycles;
    this.patience = patience;
  }

  /** Calls of one poll of each system, in the first cycles in a row in which none was written. */
  Map<String, Double> measure() {
    Map<String, Double> calls = new TreeMap<>();
    systems.forEach((name, server) -> calls.put(name, calls(name, server)));
    return calls;
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
    return systems.values().stream()
        .mapToLong(server -> server.counters().snapshot().of(Operation.WRITE))
        .sum();
  }
}
