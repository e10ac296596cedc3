package io.partnerhub.sandbox;

import io.partnerhub.sandbox.fulfillment.Subscription;
import io.partnerhub.sandbox.fulfillment.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Fulfillment is told by hand whom to call: with what the hub leaves for its operator. */
public final class FulfillmentCalls {

  /** It signs its calls with this; the hub's fulfillment.webhook-secret. */
  public static final String SECRET = "sandbox-webhook-secret";

  /** One change is one call; those that come while it is made are the next. */
  private static final Subscription.Manner AS_MANY_AS_WAIT =
      new Subscription.Manner(100, false, false, false);

  private static final String NAME = "fulfillment ";

  private FulfillmentCalls() {}

  /** Where a hub writes what is to be entered in the systems; it is there once the hub listens. */
  public static Path addresses(Path dataDir) {
    return dataDir.resolve("webhook.addresses");
  }

  /** From now on it tells the hub of every change. */
  public static void begin(Warehouse warehouse, Path dataDir) {
    try {
      String url =
          Files.readAllLines(addresses(dataDir)).stream()
              .filter(line -> line.startsWith(NAME))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("The hub takes no calls of fulfillment"))
              .substring(NAME.length());
      warehouse.subscribe(new Subscription(URI.create(url), SECRET, AS_MANY_AS_WAIT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
