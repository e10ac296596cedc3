package io.partnerhub.sandbox.bench;

import io.partnerhub.cli.CommandFailure;
import io.partnerhub.sandbox.FreePort;
import io.partnerhub.sandbox.FulfillmentCalls;
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
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration FIRST_SYNC = Duration.ofMinutes(5);

  private final PushPlan plan;
  private final ThreeWorld world;
  private final Path directory;
  private final Map<String, Object> settings;
  private final Progress progress;
  private final Path addresses;

  private PushMeasurement(PushPlan plan, ThreeWorld world, Path directory, Progress progress) {
    this.plan = plan;
    this.world = world;
    this.directory = directory;
    this.settings = settings(world);
    this.progress = progress;
    this.addresses = FulfillmentCalls.addresses(directory.resolve("data"));
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

  /** Polls are the floor; here nothing may arrive by one. */
  private static Map<String, Object> settings(ThreeWorld world) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("salesforce.poll", "1h");
    settings.put("smartsheet.poll", "1h");
    settings.put("fulfillment.poll", "1h");
    settings.put("salesforce.pubsub.server", world.pubSub());
    settings.put("fulfillment.webhook-secret", FulfillmentCalls.SECRET);
    int port = FreePort.find();
    settings.put("hub.http.port", "127.0.0.1:" + port);
    settings.put("hub.public-url", "http://127.0.0.1:" + port);
    return settings;
  }

  private PushRun run() throws IOException {
    Notes notes;
    Burst withinLimits;
    try (HubProcess hub = hub(ServiceLimits.REAL)) {
      open(hub);
      FulfillmentCalls.begin(world.warehouse(), directory.resolve("data"));
      firstSync(hub);
      notes = Notes.in(world);
      withinLimits =
          new Bursts(world, notes, hub, progress).of(plan.burstOrders(), ServiceLimits.REAL);
    }
    try (HubProcess hub = hub(ServiceLimits.LIFTED)) {
      open(hub);
      PushStages stages = new PushStages(plan, world, notes, hub, progress);
      stages.warmUp();
      PushStage alone = stages.alone();
      PushStage load = stages.underLoad();
      PushStage distant = stages.distant();
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
    Files.deleteIfExists(addresses);
    return HubProcess.start(HubFiles.write(world, directory, limited));
  }

  /** Whoever tells it something is heard from then on. */
  private void open(HubProcess hub) {
    new Patience(START, hub::checkAlive)
        .until("The door", () -> Files.exists(addresses), () -> "it is not open yet");
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
