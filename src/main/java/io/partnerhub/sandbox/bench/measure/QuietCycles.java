package io.partnerhub.sandbox.bench.measure;

import io.partnerhub.sandbox.sim.Operation;
import io.partnerhub.sandbox.sim.SimulatorServer;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/** Waits until the hub writes nothing any more, and counts what its polls cost then. */
public final class QuietCycles {

  private static final int CYCLES = 3;

  private final Map<String, SimulatorServer> systems;
  private final Cycles cycles;
  private final Patience patience;

  /**
   * Of some systems.
   *
   * @param systems by the names that the hub's routes have for them
   */
  public QuietCycles(Map<String, SimulatorServer> systems, Cycles cycles, Patience patience) {
    this.systems = new TreeMap<>(systems);
    this.cycles = cycles;
    this.patience = patience;
  }

  /** Calls of one poll of each system, in the first cycles in a row in which none was written. */
  public Map<String, Double> measure() {
    Map<String, Double> calls = new TreeMap<>();
    systems.forEach((name, server) -> calls.put(name, calls(name, server)));
    return calls;
  }

  private double calls(String system, SimulatorServer server) {
    while (true) {
      Polled before = polled(system, server);
      long writes = writes();
      patience.until(
          "The next polls of " + system,
          () -> cycles.ended(system) >= before.polls() + CYCLES,
          () -> "it has polled %d times".formatted(cycles.ended(system) - before.polls()));
      Polled after = polled(system, server);
      if (writes() == writes) {
        return (double) (after.calls() - before.calls()) / (after.polls() - before.polls());
      }
    }
  }

  private record Polled(long polls, long calls) {}

  /** Between two polls: of one that is under way, calls are counted and the poll is not. */
  private Polled polled(String system, SimulatorServer server) {
    AtomicReference<Polled> polled = new AtomicReference<>();
    patience.until(
        "A rest between two polls of " + system,
        () -> {
          long polls = cycles.ended(system);
          polled.set(new Polled(polls, server.counters().snapshot().total()));
          return cycles.areAtRest(system) && cycles.ended(system) == polls;
        },
        () -> "polls follow one another");
    return polled.get();
  }

  private long writes() {
    return systems.values().stream()
        .mapToLong(server -> server.counters().snapshot().of(Operation.WRITE))
        .sum();
  }
}
