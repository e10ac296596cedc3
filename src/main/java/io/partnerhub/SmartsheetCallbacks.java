package io.partnerhub;

import io.partnerhub.config.HubConfig;
import io.partnerhub.connector.smartsheet.Callbacks;
import io.partnerhub.connector.smartsheet.SmartsheetDoorkeeper;
import io.partnerhub.intake.Door;
import io.partnerhub.store.Database;
import io.partnerhub.store.DoorPaths;
import io.partnerhub.store.PostgresSubscriptions;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** How Smartsheet is to call the hub, made from the configuration. */
final class SmartsheetCallbacks {

  private SmartsheetCallbacks() {}

  /** Empty where it is not to, or has no address to call. */
  static Optional<Callbacks> of(HubConfig config, Database database, Clock clock) {
    URI publicUrl = config.hub().publicUrl();
    if (publicUrl == null) {
      return Optional.empty();
    }
    return config
        .smartsheet()
        .webhooks()
        .map(
            watch -> {
              String secret =
                  new DoorPaths(database.dataSource(), clock).secret(SmartsheetDoorkeeper.NAME);
              String url =
                  publicUrl.toString().replaceFirst("/$", "")
                      + Door.path(SmartsheetDoorkeeper.NAME, secret);
              return new Callbacks(url, watch, new PostgresSubscriptions(database.dataSource()));
            });
  }
}
