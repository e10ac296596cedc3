package io.partnerhub;

import io.partnerhub.config.HubConfig;
import io.partnerhub.config.StoreSettings;
import io.partnerhub.store.Database;

/** The store that a configuration names: a server's, or an embedded one in the data directory. */
final class HubStore {

  private HubStore() {}

  static Database open(HubConfig config) {
    if (config.store() instanceof StoreSettings.Server server) {
      return Database.at(
          server.url(),
          server.user(),
          server.password() == null ? null : server.password().value());
    }
    return Database.embedded(config.hub().dataDir());
  }
}
