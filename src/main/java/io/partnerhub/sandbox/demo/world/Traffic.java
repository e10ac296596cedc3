package io.partnerhub.sandbox.demo.world;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.Simulators;
import io.partnerhub.sandbox.sim.Counters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the simulators counted since a moment: the hub's calls and its polls. */
public final class Traffic {

  private static final Duration MOST_PER_CYCLE = Duration.ofMinutes(1);

  /** A hub that writes on and on is told by the checks that follow. */
  private static final int MOST_LOOKS = 5;

  /** What a poll of each system begins with; Salesforce is asked for several types together. */
  private static final Map<SystemName, List<String>> POLL =
      Map.of(
          SystemName.SALESFORCE, List.of("GET queryAll", "POST composite"),
          SystemName.SMARTSHEET, List.of("GET /sheets"),
          SystemName.FULFILLMENT, List.of("GET /activations"));

  private final Map<SystemName, Counters> counters = new TreeMap<>();
  private final Map<SystemName, Calls> before = new TreeMap<>();
  private final Map<SystemName, Long> pollsBefore = new TreeMap<>();

  private Traffic(Simulators simulators, Set<SystemName> systems) {
    counters.put(SystemName.SALESFORCE, simulators.salesforceServer().counters());
    counters.put(SystemName.SMARTSHEET, simulators.smartsheetServer().counters());
    counters.put(SystemName.FULFILLMENT, simulators.fulfillmentServer().counters());
    counters.keySet().retainAll(systems);
    counters.forEach(
        (system, counter) -> {
          before.put(system, Calls.of(counter));
          pollsBefore.put(system, polled(system, counter));
        });
  }

  /** Counts from now on, in every system that has records. */
  public static Traffic from(Systems systems) {
    return new Traffic(systems.simulators(), systems.names());
  }

  /** Counts once no write is under way: those of what was done before have ended. */
  public static Traffic fromRest(Systems systems) throws InterruptedException {
    untilItRests(systems, 1);
    return from(systems);
  }

  /**
   * Waits until nothing was written while all systems were polled so often; not for ever. What is
   * told on rows that are nobody's copy comes last, when the writers are next awake.
   */
  public static void untilItRests(Systems systems, int cycles) throws InterruptedException {
    for (int look = 0; look < MOST_LOOKS; look++) {
      Traffic traffic = from(systems);
      if (!traffic.waitForPolls(cycles) || traffic.writes() == 0) {
        return;
      }
    }
  }

  /** The calls of each system. */
  public Map<SystemName, Calls> calls() {
    Map<SystemName, Calls> calls = new TreeMap<>();
    counters.forEach(
        (system, counter) -> calls.put(system, Calls.of(counter).since(before.get(system))));
    return calls;
  }

  /** Calls that change something, in all systems. */
  public long writes() {
    return calls().values().stream().mapToLong(Calls::writes).sum();
  }

  /**
   * Waits until all systems were polled so often, each time after the count began, and the last
   * poll of each is over.
   *
   * @return false when the hub does not poll
   */
  public boolean waitForPolls(int cycles) throws InterruptedException {
    return Wait.until(MOST_PER_CYCLE.multipliedBy(cycles), () -> polls() > cycles).isPresent();
  }

  /** A poll that has begun tells that the one before it is over. */
  private long polls() {
    return counters.entrySet().stream()
        .mapToLong(e -> polls(e.getKey(), e.getValue()))
        .min()
        .orElse(0);
  }

  private long polls(SystemName system, Counters counter) {
    return polled(system, counter) - pollsBefore.get(system);
  }

  private static long polled(SystemName system, Counters counter) {
    Counters.Snapshot now = counter.snapshot();
    return POLL.get(system).stream().mapToLong(now::of).sum();
  }
}
