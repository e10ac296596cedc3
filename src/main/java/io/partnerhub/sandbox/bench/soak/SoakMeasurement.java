package io.partnerhub.sandbox.bench.soak;

import io.partnerhub.cli.CommandFailure;
import io.partnerhub.sandbox.bench.measure.HubProcess;
import io.partnerhub.sandbox.bench.measure.Patience;
import io.partnerhub.sandbox.bench.measure.Progress;
import io.partnerhub.sandbox.bench.measure.PushSetup;
import io.partnerhub.sandbox.bench.measure.Vitals;
import io.partnerhub.sandbox.bench.world.Agreement;
import io.partnerhub.sandbox.bench.world.HubFiles;
import io.partnerhub.sandbox.bench.world.ThreeSize;
import io.partnerhub.sandbox.bench.world.ThreeWorld;
import io.partnerhub.sandbox.sim.SimulatorServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A hub on a new store works for a while, with people editing and calls failing; then it rests. */
final class SoakMeasurement {

  private static final ThreeSize SIZE = new ThreeSize(100, 300, 300);
  private static final long EDIT_EVERY = TimeUnit.MILLISECONDS.toNanos(250);
  private static final int SAMPLES = 60;
  private static final long SHORTEST_DISTANCE = TimeUnit.SECONDS.toNanos(1);
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration LONGEST_REST = Duration.ofMinutes(5);
  private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(200);

  /** The simulated systems let no call land that was cut; real ones may, for a minute. */
  private static final String GRACE = "5s";

  /** Finds what was not told. */
  private static final String POLL_BESIDE = "5s";

  private final SoakPlan plan;
  private final ThreeWorld world;
  private final HubProcess hub;
  private final SoakStore store;
  private final Vitals vitals;
  private final SoakSamples samples;
  private final SoakEdits edits;
  private final Progress progress;

  private SoakMeasurement(
      SoakPlan plan,
      ThreeWorld world,
      HubProcess hub,
      SoakStore store,
      Vitals vitals,
      Progress progress) {
    this.plan = plan;
    this.world = world;
    this.hub = hub;
    this.store = store;
    this.vitals = vitals;
    this.samples =
        new SoakSamples(
            vitals,
            store,
            new Sockets(world.systems().values().stream().map(SimulatorServer::port).toList()));
    this.edits = new SoakEdits(world, plan.seed());
    this.progress = progress;
  }

  /**
   * Measures.
   *
   * @param directory empty, for what the hub needs and leaves
   * @throws CommandFailure when the hub ends, or does not even come to rest before any call fails
   */
  static SoakRun of(SoakPlan plan, Path directory, Progress progress) throws IOException {
    progress.say("filling the simulators");
    try (ThreeWorld world = world(plan);
        HubProcess hub =
            HubProcess.start(HubFiles.write(world, directory, settings(plan, world)))) {
      if (plan.push()) {
        PushSetup.begin(world, hub, directory);
      }
      progress.say("first sync");
      Patience patience = new Patience(START, hub::checkAlive);
      patience.until(
          "The first sync",
          () -> world.copies() >= SIZE.records() + SIZE.orders() + SIZE.activations(),
          () -> "%,d copies are there".formatted(world.copies()));
      try (SoakStore store = SoakStore.in(directory.resolve("data"), plan.teller());
          Vitals vitals = hub.vitals()) {
        patience.until("The first rest", store::isAtRest, () -> "there is more to write");
        return new SoakMeasurement(plan, world, hub, store, vitals, progress).run();
      }
    }
  }

  /** Events tell when something was changed, and writes are known again by that. */
  private static ThreeWorld world(SoakPlan plan) {
    ThreeWorld world = ThreeWorld.of(SIZE);
    if (plan.push()) {
      world.letAnHourPass();
    }
    return world;
  }

  private static Map<String, Object> settings(SoakPlan plan, ThreeWorld world) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("hub.grace", GRACE);
    if (plan.push()) {
      settings.putAll(PushSetup.settings(world, POLL_BESIDE));
    }
    return settings;
  }

  private SoakRun run() throws IOException {
    world.letAnHourPass();
    world.resetCounters();
    long rowsBefore = store.ledgerRows();
    long toldBefore = store.toldRows();
    long bytesBefore = store.ledgerBytes();
    SoakFaults faults = SoakFaults.in(world, plan.seed());
    SoakLosses losses =
        plan.push() ? SoakLosses.in(world, plan.seed()) : SoakLosses.ofNothing(world);
    work(losses);
    Map<String, Long> calls = new LinkedHashMap<>();
    world.counted().forEach((name, counted) -> calls.put(name, counted.total()));
    faults.end();
    losses.end();
    progress.say("no call fails any more");
    Double seconds = rest();
    double made = edits.made();
    return new SoakRun(
        plan,
        SIZE,
        edits.made(),
        calls,
        faults.met(),
        losses.met(),
        edits.locked(),
        seconds,
        Agreement.in(world),
        vitals.changes(),
        (store.ledgerRows() - rowsBefore) / made,
        (store.ledgerBytes() - bytesBefore) / made,
        (store.toldRows() - toldBefore) / made,
        hub.processor().client(),
        samples.series());
  }

  /** People edit, a few a second; now and then all figures are looked at. */
  private void work(SoakLosses losses) throws IOException {
    long began = System.nanoTime();
    long time = (long) (plan.minutes() * TimeUnit.MINUTES.toNanos(1));
    long distance = Math.max(SHORTEST_DISTANCE, time / SAMPLES);
    long nextSample = 0;
    for (long nextEdit = 0; nextEdit < time; nextEdit += EDIT_EVERY) {
      LockSupport.parkNanos(began + nextEdit - System.nanoTime());
      hub.checkAlive();
      edits.next();
      losses.edited();
      if (nextEdit >= nextSample) {
        samples.take();
        nextSample += distance;
      }
      progress.count("seconds", (int) TimeUnit.NANOSECONDS.toSeconds(nextEdit), seconds(time));
    }
  }

  private static int seconds(long nanos) {
    return (int) TimeUnit.NANOSECONDS.toSeconds(nanos);
  }

  /** Gives the seconds until all was written; null when it was not in time, which is a finding. */
  private Double rest() {
    long began = System.nanoTime();
    while (!store.isAtRest() || !Agreement.in(world).isFull()) {
      hub.checkAlive();
      if (System.nanoTime() - began > LONGEST_REST.toNanos()) {
        return null;
      }
      LockSupport.parkNanos(LOOK_EVERY);
    }
    return (System.nanoTime() - began) / 1e9;
  }
}
