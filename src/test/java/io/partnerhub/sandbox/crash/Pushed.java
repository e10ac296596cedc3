package io.partnerhub.sandbox.crash;

import io.partnerhub.intake.Door;
import io.partnerhub.sandbox.FreePort;
import io.partnerhub.sandbox.Rig;
import io.partnerhub.sandbox.fulfillment.Subscription;
import io.partnerhub.store.DoorPaths;
import java.net.URI;
import java.time.Clock;
import javax.sql.DataSource;

/** Systems that tell the hub what changes: by webhooks of two kinds, and by change events. */
final class Pushed {

  private static final String SECRET = "kD8wQ2mZ5rT1vX7yB3nC";

  /** Seldom enough that most changes come by what the systems tell. */
  private static final String POLL = "1s";

  private Pushed() {}

  /** Has a hub be told that is yet to be started, at one door for all of its lives. */
  static void by(Rig rig, DataSource store, int seed) {
    String address = "127.0.0.1:" + FreePort.find();
    rig.set("SALESFORCE_POLL", POLL)
        .set("SMARTSHEET_POLL", POLL)
        .set("FULFILLMENT_POLL", POLL)
        .set("HUB_HTTP_PORT", address)
        .set("HUB_PUBLIC_URL", "http://" + address)
        .set("SMARTSHEET_WEBHOOKS_WATCH", "1s")
        .set("SALESFORCE_PUBSUB_SERVER", "127.0.0.1:" + rig.simulators().pubSubPort())
        .set("SALESFORCE_PUBSUB_SILENCE", "3s")
        .set("SALESFORCE_PUBSUB_RETRY", "1s")
        .set("FULFILLMENT_WEBHOOK_SECRET", SECRET);
    String secret = new DoorPaths(store, Clock.systemUTC()).secret("fulfillment");
    URI url = URI.create("http://" + address + Door.path("fulfillment", secret));
    boolean careless = seed % 3 == 0;
    rig.simulators()
        .fulfillment()
        .warehouse()
        .subscribe(
            new Subscription(url, SECRET, new Subscription.Manner(5, careless, careless, false)));
  }
}
