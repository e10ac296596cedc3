package io.partnerhub.sandbox.bench;

import io.partnerhub.cli.CommandFailure;
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
  private static final Map<String, Object> SETTINGS = Map.of("hub.grace", "5s");

  private final double minutes;
  private final long seed;
  private final ThreeWorld world;
  private final HubProcess hub;
  private final SoakStore store;
  private final Vitals vitals;
  private final SoakSamples samples;
  private final SoakEdits edits;
  private final Progress progress;

  private SoakMeasurement(
      double minutes,
      long seed,
      ThreeWorld world,
      HubProcess hub,
      SoakStore store,
      Vitals vitals,
      Progress progress) {
    this.minutes = minutes;
    this.seed = seed;
    this.world = world;
    this.hub = hub;
    this.store = store;
    this.vitals = vitals;
    this.samples =
        new SoakSamples(
            vitals,
            store,
            new Sockets(world.systems().values().stream().map(SimulatorServer::port).toList()));
    this.edits = new SoakEdits(world, seed);
    this.progress = progress;
  }

  /**
   * Measures.
   *
   * @param directory empty, for what the hub needs and leaves
   * @throws CommandFailure when the hub ends, or does not even come to rest before any call fails
   */
  static SoakRun of(double minutes, long seed, Path directory, Progress progress)
      throws IOException {
    progress.say("filling the simulators");
    try (ThreeWorld world = ThreeWorld.of(SIZE);
        HubProcess hub = HubProcess.start(HubFiles.write(world, directory, SETTINGS))) {
      progress.say("first sync");
      Patience patience = new Patience(START, hub::checkAlive);
      patience.until(
          "The first sync",
          () -> world.copies() >= SIZE.records() + SIZE.orders() + SIZE.activations(),
          () -> "%,d copies are there".formatted(world.copies()));
      try (SoakStore store = SoakStore.in(directory.resolve("data"));
          Vitals vitals = hub.vitals()) {
        patience.until("The first rest", store::isAtRest, () -> "there is more to write");
        return new SoakMeasurement(minutes, seed, world, hub, store, vitals, progress).run();
      }
    }
  }

  private SoakRun run() throws IOException {
    world.letAnHourPass();
    world.resetCounters();
    long rowsBefore = store.ledgerRows();
    long bytesBefore = store.ledgerBytes();
    SoakFaults faults = SoakFaults.in(world, seed);
    work();
    Map<String, Long> calls = new LinkedHashMap<>();
    world.counted().forEach((name, counted) -> calls.put(name, counted.total()));
    faults.end();
    progress.say("no call fails any more");
    Double seconds = rest();
    double made = edits.made();
    return new SoakRun(
        minutes,
        seed,
        SIZE,
        edits.made(),
        calls,
        faults.met(),
        edits.locked(),
        seconds,
        Agreement.in(world),
        vitals.changes(),
        (store.ledgerRows() - rowsBefore) / made,
        (store.ledgerBytes() - bytesBefore) / made,
        hub.processor().client(),
        samples.series());
  }

  /** People edit, a few a second; now and then all figures are looked at. */
  private void work() throws IOException {
    long began = System.nanoTime();
    long time = (long) (minutes * TimeUnit.MINUTES.toNanos(1));
    long distance = Math.max(SHORTEST_DISTANCE, time / SAMPLES);
    long nextSample = 0;
    for (long nextEdit = 0; nextEdit < time; nextEdit += EDIT_EVERY) {
      LockSupport.parkNanos(began + nextEdit - System.nanoTime());
      hub.checkAlive();
      edits.next();
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
