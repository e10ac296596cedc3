package io.partnerhub.sandbox.bench.push;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.bench.measure.HubProcess;
import io.partnerhub.sandbox.bench.measure.Progress;
import io.partnerhub.sandbox.bench.world.ThreeWorld;
import io.partnerhub.sandbox.sim.Operation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Changes one at a time and many a second, of a hub that runs and has all records. */
final class PushStages {

  private static final int LATENCY = 100;

  private final PushPlan plan;
  private final ThreeWorld world;
  private final Notes notes;
  private final HubProcess hub;
  private final Progress progress;
  private final Map<String, Answering> answering = new LinkedHashMap<>();
  private int nextOrder = 1;

  PushStages(PushPlan plan, ThreeWorld world, Notes notes, HubProcess hub, Progress progress) {
    this.plan = plan;
    this.world = world;
    this.notes = notes;
    this.hub = hub;
    this.progress = progress;
    world
        .systems()
        .forEach(
            (system, server) -> {
              answering.put(system, new Answering());
              server.watch(answering.get(system));
            });
  }

  /** It ends with single changes: the first that comes after a stream would go along with it. */
  void warmUp() {
    underLoad("warming up, many changes a second", plan.warmUpSeconds());
    oneByOne("warming up, one change at a time", 0, plan.warmUpChanges());
  }

  PushStage alone() {
    return oneByOne("one change at a time", 0, plan.changes());
  }

  /** One at a time, while each outside call takes a while. */
  PushStage distant() {
    latency(LATENCY);
    PushStage distant =
        oneByOne("one change at a time, 100 ms a call", LATENCY, plan.distantChanges());
    latency(0);
    return distant;
  }

  private void latency(int milliseconds) {
    world.systems().values().forEach(server -> server.latency(Duration.ofMillis(milliseconds)));
  }

  /** So many changes in each system, each made when the one before it has arrived everywhere. */
  private PushStage oneByOne(String name, int latency, int changes) {
    progress.say(name);
    long reads = world.calls(Operation.READ);
    Trips trips = new Trips(notes, name, this::answered);
    calls();
    for (int i = 0; i < changes; i++) {
      for (SystemName system : Direction.systems()) {
        trips.begin(system, nextOrder++);
        trips.arrive(hub);
      }
    }
    int made = changes * Direction.systems().size();
    return stage(name, latency, made, reads, trips, trips.ownShares(calls()));
  }

  /** So many changes a second, each in a system in turn. */
  PushStage underLoad() {
    return underLoad("%,d changes a second".formatted(plan.rate()), plan.seconds());
  }

  private PushStage underLoad(String name, int seconds) {
    progress.say(name);
    long reads = world.calls(Operation.READ);
    Trips trips = new Trips(notes, name, this::answered);
    List<SystemName> systems = Direction.systems();
    long began = System.nanoTime();
    int changes = plan.rate() * seconds;
    for (int i = 0; i < changes; i++) {
      trips.lookUntil(began + TimeUnit.SECONDS.toNanos(i) / plan.rate());
      trips.begin(systems.get(i % systems.size()), nextOrder++);
    }
    trips.arrive(hub);
    return stage(name, 0, changes, reads, trips, trips.delays());
  }

  private PushStage stage(
      String name,
      int latency,
      int changes,
      long readsBefore,
      Trips trips,
      Map<Direction, Delay> ownShares) {
    long reads = world.calls(Operation.READ) - readsBefore;
    return new PushStage(name, latency, changes, reads, trips.delays(), ownShares);
  }

  private long answered() {
    return answering.values().stream().mapToLong(Answering::calls).sum();
  }

  /** When each system was at work on calls since this was asked last. */
  private Map<SystemName, List<Answering.Span>> calls() {
    Map<SystemName, List<Answering.Span>> calls = new LinkedHashMap<>();
    Direction.systems().forEach(system -> calls.put(system, answering.get(system.value()).take()));
    return calls;
  }
}
