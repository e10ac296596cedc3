package io.partnerhub.sandbox.bench.measure;

import io.partnerhub.sandbox.FreePort;
import io.partnerhub.sandbox.FulfillmentCalls;
import io.partnerhub.sandbox.bench.world.ThreeWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Has all three systems tell a hub of changes: change events, and calls at its door. */
public final class PushSetup {

  private static final Duration START = Duration.ofMinutes(3);

  private PushSetup() {}

  /**
   * What such a hub is configured with.
   *
   * @param poll how often it looks itself, such as {@code 1h}
   */
  public static Map<String, Object> settings(ThreeWorld world, String poll) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("salesforce.poll", poll);
    settings.put("smartsheet.poll", poll);
    settings.put("fulfillment.poll", poll);
    settings.put("salesforce.pubsub.server", world.pubSub());
    settings.put("fulfillment.webhook-secret", FulfillmentCalls.SECRET);
    int port = FreePort.find();
    settings.put("hub.http.port", "127.0.0.1:" + port);
    settings.put("hub.public-url", "http://127.0.0.1:" + port);
    return settings;
  }

  /** Enters the hub's address in fulfillment, once its door is open. */
  public static void begin(ThreeWorld world, HubProcess hub, Path directory) {
    awaitDoor(hub, directory);
    FulfillmentCalls.begin(world.warehouse(), directory.resolve("data"));
  }

  /** Whoever tells the hub something is heard from then on. */
  public static void awaitDoor(HubProcess hub, Path directory) {
    Path addresses = addresses(directory);
    new Patience(START, hub::checkAlive)
        .until("The door", () -> Files.exists(addresses), () -> "it is not open yet");
  }

  /** Where a hub writes its own address each time when its door opens. */
  public static Path addresses(Path directory) {
    return FulfillmentCalls.addresses(directory.resolve("data"));
  }
}
