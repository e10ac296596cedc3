package io.partnerhub.sandbox.bench.three;

import io.partnerhub.cli.CommandFailure;
import io.partnerhub.sandbox.bench.measure.Calls;
import io.partnerhub.sandbox.bench.measure.Cycles;
import io.partnerhub.sandbox.bench.measure.Held;
import io.partnerhub.sandbox.bench.measure.HubProcess;
import io.partnerhub.sandbox.bench.measure.Patience;
import io.partnerhub.sandbox.bench.measure.Progress;
import io.partnerhub.sandbox.bench.measure.QuietCycles;
import io.partnerhub.sandbox.bench.measure.Settling;
import io.partnerhub.sandbox.bench.world.Agreement;
import io.partnerhub.sandbox.bench.world.HubFiles;
import io.partnerhub.sandbox.bench.world.MadeUpTrade;
import io.partnerhub.sandbox.bench.world.ThreeSize;
import io.partnerhub.sandbox.bench.world.ThreeWorld;
import io.partnerhub.sandbox.fulfillment.Resource;
import io.partnerhub.sandbox.sim.Counters;
import io.partnerhub.sandbox.sim.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** One run with all record types: a hub on a new store, against fresh simulators. */
final class ThreeMeasurement {

  private static final Duration START = Duration.ofMinutes(3);

  private final ThreeWorld world;
  private final HubProcess hub;
  private final Progress progress;

  private ThreeMeasurement(ThreeWorld world, HubProcess hub, Progress progress) {
    this.world = world;
    this.hub = hub;
    this.progress = progress;
  }

  /**
   * Measures.
   *
   * @param directory empty, for what the hub needs and leaves
   * @throws CommandFailure when the hub ends or does not come to rest in time
   */
  static ThreeRun of(ThreeSize size, Path directory, Progress progress) throws IOException {
    progress.say("filling the simulators");
    try (ThreeWorld world = ThreeWorld.of(size);
        HubProcess hub = HubProcess.start(HubFiles.write(world, directory))) {
      return new ThreeMeasurement(world, hub, progress).run();
    }
  }

  private ThreeRun run() throws IOException {
    progress.say("the hub starts");
    new Patience(START, hub::checkAlive)
        .until(
            "The first poll", () -> world.calls(Operation.READ) > 0, () -> "no call has come in");
    ThreeStage first = firstSync();
    try (Cycles cycles = hub.cycles()) {
      QuietCycles quiet = new QuietCycles(world.systems(), cycles, patience());
      letAnHourPass(quiet);
      ThreeStage change = change();
      Map<String, Double> calls = quiet.measure();
      double processor = hub.processor().client();
      return new ThreeRun(world.size(), first, change, calls, hub.heap(), processor);
    }
  }

  private ThreeStage firstSync() {
    int start = world.copies();
    ThreeSize size = world.size();
    int all = size.records() + size.orders() + size.activations();
    double seconds =
        settling()
            .await(
                "The first sync",
                () -> {
                  int copies = world.copies();
                  progress.count("first sync, copies made", copies - start, all - start);
                  return copies >= all;
                },
                () -> "%,d of %,d copies are there".formatted(world.copies(), all));
    return stage(ThreeStage.FIRST, size.records(), seconds, new ThreeFloor(world).firstSync());
  }

  /**
   * What was written in one go is read in one go again, with the first edit after it: that belongs
   * to no change of 1 %.
   */
  private void letAnHourPass(QuietCycles quiet) {
    quiet.measure();
    world.letAnHourPass();
    List<Integer> some =
        IntStream.rangeClosed(1, world.size().orders())
            .filter(MadeUpTrade::isInFulfillment)
            .limit(world.size().of(ThreeSize.ORDER).sheets() * 2L)
            .boxed()
            .toList();
    some.forEach(this::note);
    settling().await("The first edits", () -> true, () -> "writes go on");
    quiet.measure();
  }

  private void note(int order) {
    world
        .warehouse()
        .edit(Resource.ORDERS, MadeUpTrade.order(order), Map.of("notes", "Call before delivery"));
    if (order <= world.size().activations()) {
      world
          .warehouse()
          .edit(
              Resource.ACTIVATIONS,
              MadeUpTrade.activation(order),
              Map.of("blocker", "The address is wrong", "blockedOn", "2026-02-01"));
    }
  }

  /** All steps are taken while the hub's next poll waits, so that they come as one change. */
  private ThreeStage change() {
    TradeChange change = TradeChange.in(world);
    world.resetCounters();
    Held.next(world.fulfillment());
    Held.await(world.fulfillment(), patience());
    progress.say("fulfillment delivers %,d orders".formatted(change.orders().size()));
    change.make();
    world.fulfillment().faults().clear();
    double seconds = settling().await("The change", () -> true, () -> "writes go on");
    return stage(
        ThreeStage.CHANGE, change.records(), seconds, new ThreeFloor(world).change(change));
  }

  private ThreeStage stage(String name, int records, double seconds, Map<String, Calls> calls) {
    Map<String, Map<String, Long>> byCall = new TreeMap<>();
    for (Map.Entry<String, Counters.Snapshot> counted : world.counted().entrySet()) {
      byCall.put(counted.getKey(), counted.getValue().byCall());
    }
    progress.say("comparing all copies");
    return new ThreeStage(name, records, seconds, calls, byCall, Agreement.in(world));
  }

  private Settling settling() {
    return new Settling(world, patience());
  }

  private Patience patience() {
    return Patience.with(world.size().records(), hub);
  }
}
