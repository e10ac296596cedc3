package io.partnerhub.sandbox.bench.push;

import io.partnerhub.cli.CommandFailure;
import io.partnerhub.sandbox.bench.measure.HubProcess;
import io.partnerhub.sandbox.bench.measure.Patience;
import io.partnerhub.sandbox.bench.measure.Progress;
import io.partnerhub.sandbox.bench.measure.PushSetup;
import io.partnerhub.sandbox.bench.measure.Settling;
import io.partnerhub.sandbox.bench.world.Agreement;
import io.partnerhub.sandbox.bench.world.HubFiles;
import io.partnerhub.sandbox.bench.world.ServiceLimits;
import io.partnerhub.sandbox.bench.world.ThreeSize;
import io.partnerhub.sandbox.bench.world.ThreeWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A hub that all systems tell of their changes, on a new store, against fresh simulators: first one
 * that keeps the services' limits, then, with the same store, one without.
 */
final class PushMeasurement {

  private static final int PARTNERS = 100;
  private static final int ACTIVATIONS = 100;

  /** Polls are the floor; here nothing may arrive by one. */
  private static final String NEVER = "1h";

  private static final Duration FIRST_SYNC = Duration.ofMinutes(5);

  private final PushPlan plan;
  private final ThreeWorld world;
  private final Path directory;
  private final Map<String, Object> settings;
  private final Progress progress;

  private PushMeasurement(PushPlan plan, ThreeWorld world, Path directory, Progress progress) {
    this.plan = plan;
    this.world = world;
    this.directory = directory;
    this.settings = PushSetup.settings(world, NEVER);
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
    try (ThreeWorld world = ThreeWorld.of(size)) {
      return new PushMeasurement(plan, world, directory, progress).run();
    }
  }

  private PushRun run() throws IOException {
    Notes notes;
    Burst withinLimits;
    try (HubProcess hub = hub(ServiceLimits.REAL)) {
      PushSetup.begin(world, hub, directory);
      firstSync(hub);
      notes = Notes.in(world);
      withinLimits =
          new Bursts(world, notes, hub, progress).of(plan.burstOrders(), ServiceLimits.REAL);
    }
    try (HubProcess hub = hub(ServiceLimits.LIFTED)) {
      PushSetup.awaitDoor(hub, directory);
      PushStages stages = new PushStages(plan, world, notes, hub, progress);
      stages.warmUp();
      PushStage alone = stages.alone();
      PushStage distant = stages.distant();
      PushStage load = stages.underLoad();
      Burst burst =
          new Bursts(world, notes, hub, progress).of(plan.burstOrders(), ServiceLimits.LIFTED);
      List<Burst> bursts = List.of(burst, withinLimits);
      return new PushRun(world.size(), alone, load, distant, bursts, Agreement.in(world));
    }
  }

  private HubProcess hub(ServiceLimits limits) throws IOException {
    world.limit(limits);
    Map<String, Object> limited = new LinkedHashMap<>(settings);
    limited.putAll(limits.settings());
    Files.deleteIfExists(PushSetup.addresses(directory)); // written again once the door is open
    return HubProcess.start(HubFiles.write(world, directory, limited));
  }

  private void firstSync(HubProcess hub) {
    progress.say("first sync");
    ThreeSize size = world.size();
    int all = size.records() + size.orders() + size.activations();
    new Settling(world, new Patience(FIRST_SYNC, hub::checkAlive))
        .await(
            "The first sync",
            () -> world.copies() >= all,
            () -> "%,d of %,d copies are there".formatted(world.copies(), all));
    world.letAnHourPass();
  }
}
