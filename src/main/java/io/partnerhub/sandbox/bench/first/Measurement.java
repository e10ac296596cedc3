package io.partnerhub.sandbox.bench.first;

import io.partnerhub.cli.CommandFailure;
import io.partnerhub.sandbox.bench.measure.Calls;
import io.partnerhub.sandbox.bench.measure.Cycles;
import io.partnerhub.sandbox.bench.measure.Floor;
import io.partnerhub.sandbox.bench.measure.Heap;
import io.partnerhub.sandbox.bench.measure.Held;
import io.partnerhub.sandbox.bench.measure.HubProcess;
import io.partnerhub.sandbox.bench.measure.Patience;
import io.partnerhub.sandbox.bench.measure.Processor;
import io.partnerhub.sandbox.bench.measure.Progress;
import io.partnerhub.sandbox.bench.measure.QuietCycles;
import io.partnerhub.sandbox.bench.measure.Seconds;
import io.partnerhub.sandbox.bench.world.HubFiles;
import io.partnerhub.sandbox.bench.world.Size;
import io.partnerhub.sandbox.bench.world.World;
import io.partnerhub.sandbox.sim.SimulatorServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/** One run: a hub on a new store, against fresh simulators. */
final class Measurement {

  private static final Duration START = Duration.ofMinutes(3);

  private final World world;
  private final Duration aCall;
  private final Path config;
  private final Progress progress;

  private Measurement(World world, Duration aCall, Path config, Progress progress) {
    this.world = world;
    this.aCall = aCall;
    this.config = config;
    this.progress = progress;
  }

  /**
   * Measures.
   *
   * @param aCall how long every call takes at least, from the second on
   * @param directory empty, for what the hub needs and leaves
   * @throws CommandFailure when the hub ends or does not converge in time
   */
  static Run of(Size size, Duration aCall, Path directory, Baseline baseline, Progress progress)
      throws IOException {
    try (World world = World.of(size)) {
      Path config = HubFiles.write(world, directory);
      return new Measurement(world, aCall, config, progress).run(baseline);
    }
  }

  private Run run(Baseline baseline) throws IOException {
    Stage first;
    Stage change;
    Quiet quiet;
    double toFirstPoll;
    double processor;
    Heap heap;
    long began = System.nanoTime();
    try (HubProcess hub = HubProcess.start(config)) {
      toFirstPoll = firstPoll(hub, began);
      first = firstSync(hub, baseline);
      change = change(hub, baseline);
      try (Cycles cycles = hub.cycles()) {
        quiet = Quiet.of(quietCycles(hub, cycles).measure());
      }
      processor = hub.processor().client();
      heap = hub.heap();
    }
    world.latency(Duration.ZERO);
    world.resetCounters();
    began = System.nanoTime();
    double again;
    try (HubProcess hub = HubProcess.start(config)) {
      again = firstPoll(hub, began);
    }
    return new Run(
        world.size().partners(),
        world.size().sheets(),
        aCall.toMillis(),
        first,
        change,
        quiet,
        toFirstPoll,
        again,
        heap,
        processor);
  }

  private double firstPoll(HubProcess hub, long began) {
    progress.say("the hub starts");
    new Patience(START, hub::checkAlive)
        .until("The first poll", () -> world.reads() > 0, () -> "no call has come in");
    return Seconds.since(began);
  }

  private Stage firstSync(HubProcess hub, Baseline baseline) throws IOException {
    int partners = world.size().partners();
    world.latency(aCall);
    Processor before = hub.processor();
    long began = System.nanoTime();
    patience(hub)
        .until(
            "The first sync",
            () -> {
              int rows = world.rows();
              progress.count("first sync", rows, partners);
              return rows >= partners;
            },
            () -> world.rows() + " of " + partners + " rows came");
    double seconds = Seconds.since(began);
    Processor processor = hub.processor().since(before);
    List<Integer> rows = world.size().perSheet(IntStream.rangeClosed(1, partners).boxed().toList());
    return new Stage(
        Stage.FIRST,
        partners,
        seconds,
        processor,
        baseline.first(),
        Calls.of(world.salesforce().counters().snapshot(), 0, 0),
        Calls.of(world.smartsheet().counters().snapshot(), 0, Floor.smartsheetWrites(rows)));
  }

  /**
   * What was written in one go is read in one go again, with the first edit after it: that belongs
   * to no change of 1 %.
   */
  private void letAnHourPass(HubProcess hub) throws IOException {
    try (Cycles cycles = hub.cycles()) {
      QuietCycles quiet = quietCycles(hub, cycles);
      quiet.measure();
      world.letAnHourPass();
      Edits edits = Edits.inEachSheet(world);
      edits.make();
      Deque<Integer> pending = edits.pending();
      patience(hub)
          .until(
              "The first edit",
              () -> edits.allArrived(pending),
              () -> pending.size() + " edits have not arrived");
      quiet.measure();
    }
  }

  /** All edits are made while the hub's next polls wait, so that they come as one change. */
  private Stage change(HubProcess hub, Baseline baseline) throws IOException {
    letAnHourPass(hub);
    Edits edits = Edits.in(world);
    world.resetCounters();
    hold(hub, world.salesforce());
    hold(hub, world.smartsheet());
    edits.make();
    Deque<Integer> pending = edits.pending();
    Processor before = hub.processor();
    long began = System.nanoTime();
    world.salesforce().faults().clear();
    world.smartsheet().faults().clear();
    int changed = pending.size();
    patience(hub)
        .until(
            "The change",
            () -> {
              boolean all = edits.allArrived(pending);
              progress.count("1 % change", changed - pending.size(), changed);
              return all;
            },
            () ->
                pending.size()
                    + " of "
                    + changed
                    + " edits have not arrived, first "
                    + World.code(pending.element()));
    double seconds = Seconds.since(began);
    Processor processor = hub.processor().since(before);
    List<Integer> rows = world.size().perSheet(edits.inSalesforce());
    int records = edits.inTracker().size();
    return new Stage(
        Stage.CHANGE,
        changed,
        seconds,
        processor,
        baseline.change(),
        Calls.of(
            world.salesforce().counters().snapshot(),
            Floor.salesforceReads(records),
            Floor.salesforceWrites(records)),
        Calls.of(
            world.smartsheet().counters().snapshot(),
            Floor.smartsheetReads(rows),
            Floor.smartsheetWrites(rows)));
  }

  private void hold(HubProcess hub, SimulatorServer system) {
    Held.next(system);
    Held.await(system, patience(hub));
  }

  private QuietCycles quietCycles(HubProcess hub, Cycles cycles) {
    return new QuietCycles(world.systems(), cycles, patience(hub));
  }

  private Patience patience(HubProcess hub) {
    return Patience.with(world.size().partners(), hub);
  }
}
