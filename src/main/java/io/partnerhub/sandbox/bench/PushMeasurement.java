package io.partnerhub.sandbox.bench;

import io.partnerhub.cli.CommandFailure;
import io.partnerhub.cli.ExitCode;
import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.sim.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** A hub that all systems tell of their changes, on a new store, against fresh simulators. */
final class PushMeasurement {

  private static final int PARTNERS = 100;
  private static final int ACTIVATIONS = 100;
  private static final int LATENCY = 100;

  /** Polls are the floor; here nothing may arrive by one. */
  private static final String NEVER = "1h";

  private static final Duration FIRST_SYNC = Duration.ofMinutes(5);
  private static final Duration STAGE = Duration.ofMinutes(2);
  private static final long LOOK_EVERY = TimeUnit.MICROSECONDS.toNanos(250);

  private final PushPlan plan;
  private final ThreeWorld world;
  private final HubProcess hub;
  private final Progress progress;
  private final Map<String, Answering> answering = new LinkedHashMap<>();
  private Notes notes;
  private int nextOrder = 1;

  private PushMeasurement(PushPlan plan, ThreeWorld world, HubProcess hub, Progress progress) {
    this.plan = plan;
    this.world = world;
    this.hub = hub;
    this.progress = progress;
  }

  /**
   * Measures.
   *
   * @param directory empty, for what the hub needs and leaves
   * @throws CommandFailure when the hub ends, or a change does not arrive in time
   */
  static PushRun of(PushPlan plan, Path directory, Progress progress) throws IOException {
    progress.say("filling the simulators");
    ThreeSize size = new ThreeSize(PARTNERS, plan.orders(), ACTIVATIONS);
    try (ThreeWorld world = ThreeWorld.of(size);
        HubProcess hub =
            HubProcess.start(HubFiles.write(world, directory, PushSetup.settings(world, NEVER)))) {
      PushSetup.begin(world, hub, directory);
      return new PushMeasurement(plan, world, hub, progress).run();
    }
  }

  private PushRun run() {
    progress.say("first sync");
    ThreeSize size = world.size();
    int all = size.records() + size.orders() + size.activations();
    new Settling(world, new Patience(FIRST_SYNC, hub::checkAlive))
        .await(
            "The first sync",
            () -> world.copies() >= all,
            () -> "%,d of %,d copies are there".formatted(world.copies(), all));
    world.letAnHourPass();
    notes = Notes.in(world);
    world
        .systems()
        .forEach(
            (system, server) -> {
              answering.put(system, new Answering());
              server.watch(answering.get(system));
            });
    oneByOne("warming up", 0, plan.changes());
    PushStage alone = oneByOne("one change at a time", 0, plan.changes());
    PushStage load = underLoad();
    latency(LATENCY);
    PushStage distant =
        oneByOne("one change at a time, 100 ms a call", LATENCY, plan.distantChanges());
    latency(0);
    return new PushRun(size, alone, load, distant, burst());
  }

  private void latency(int milliseconds) {
    world.systems().values().forEach(server -> server.latency(Duration.ofMillis(milliseconds)));
  }

  /** So many changes in each system, each made when the one before it has arrived everywhere. */
  private PushStage oneByOne(String name, int latency, int changes) {
    progress.say(name);
    long reads = world.calls(Operation.READ);
    Trips trips = new Trips(notes);
    calls();
    for (int i = 0; i < changes; i++) {
      for (SystemName system : Direction.systems()) {
        trips.begin(system, nextOrder++);
        arrive(trips);
      }
    }
    int made = changes * Direction.systems().size();
    return stage(name, latency, made, reads, trips, trips.ownShares(calls()));
  }

  /** So many changes a second, each in a system in turn. */
  private PushStage underLoad() {
    String name = "%,d changes a second".formatted(plan.rate());
    progress.say(name);
    long reads = world.calls(Operation.READ);
    Trips trips = new Trips(notes);
    List<SystemName> systems = Direction.systems();
    long began = System.nanoTime();
    int changes = plan.rate() * plan.seconds();
    for (int i = 0; i < changes; i++) {
      long due = began + TimeUnit.SECONDS.toNanos(i) / plan.rate();
      do {
        trips.look();
        LockSupport.parkNanos(Math.min(LOOK_EVERY, due - System.nanoTime()));
      } while (System.nanoTime() < due);
      trips.begin(systems.get(i % systems.size()), nextOrder++);
    }
    arrive(trips);
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

  /** When each system was at work on calls since this was asked last. */
  private Map<SystemName, List<Answering.Span>> calls() {
    Map<SystemName, List<Answering.Span>> calls = new LinkedHashMap<>();
    Direction.systems().forEach(system -> calls.put(system, answering.get(system.value()).take()));
    return calls;
  }

  private void arrive(Trips trips) {
    long end = System.nanoTime() + STAGE.toNanos();
    while (trips.look() > 0) {
      hub.checkAlive();
      if (System.nanoTime() > end) {
        throw new CommandFailure(
            ExitCode.CHECK_FAILED,
            "After %d s, %d changes have not arrived".formatted(STAGE.toSeconds(), trips.look()));
      }
      LockSupport.parkNanos(LOOK_EVERY);
    }
  }

  /** All in Salesforce, as a data load there makes them. */
  private Burst burst() {
    progress.say("%,d changes in a second".formatted(plan.burst()));
    world.resetCounters();
    Trips trips = new Trips(notes);
    long began = System.nanoTime();
    List<Integer> orders = IntStream.range(nextOrder, nextOrder + plan.burst()).boxed().toList();
    orders.forEach(order -> trips.begin(SystemName.SALESFORCE, order));
    double made = Seconds.since(began);
    arrive(trips);
    return new Burst(plan.burst(), made, Seconds.since(began), calls(orders));
  }

  private Map<String, Calls> calls(List<Integer> orders) {
    List<Integer> rows = world.size().of(ThreeSize.ORDER).perSheet(orders);
    Map<String, Calls> calls = new LinkedHashMap<>();
    calls.put(
        SystemName.SMARTSHEET.value(),
        Calls.of(
            world.smartsheet().counters().snapshot(),
            Floor.smartsheetReads(rows),
            Floor.smartsheetWrites(rows)));
    calls.put(
        SystemName.FULFILLMENT.value(),
        Calls.of(
            world.fulfillment().counters().snapshot(),
            Floor.fulfillmentReads(orders.size()),
            Floor.fulfillmentWrites(orders.size())));
    return calls;
  }
}
