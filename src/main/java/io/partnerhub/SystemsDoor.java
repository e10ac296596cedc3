package io.partnerhub;

import io.partnerhub.config.ConfigFaults;
import io.partnerhub.config.DoorBounds;
import io.partnerhub.config.HostPort;
import io.partnerhub.config.HttpSettings;
import io.partnerhub.config.HubConfig;
import io.partnerhub.config.Keystore;
import io.partnerhub.intake.AddressFile;
import io.partnerhub.intake.Door;
import io.partnerhub.intake.DoorCounts;
import io.partnerhub.intake.DoorSettings;
import io.partnerhub.intake.Doorkeeper;
import io.partnerhub.store.DoorPaths;
import io.partnerhub.sync.system.Inbox;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.X509KeyManager;
import org.apache.camel.CamelContext;

/** The door at which systems tell the hub what changed, made from the configuration. */
final class SystemsDoor {

  private final HubConfig config;
  private final Clock clock;

  SystemsDoor(HubConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /**
   * Closed yet; it stays so where no system is set up to tell anything.
   *
   * @throws ConfigFaults when what is set does not go together
   */
  PublicDoor make(DoorPaths paths, Inbox inbox, CamelContext context) {
    HttpSettings http = config.hub().http();
    DoorSettings settings =
        new DoorSettings(http.at().host(), http.at().port(), key(http), limits(http.bounds()));
    List<Doorkeeper> keepers =
        List.copyOf(context.getRegistry().findByType(Doorkeeper.class)); // the connectors'
    DoorCounts counts = new DoorCounts(clock);
    context.getRegistry().bind("doorCounts", counts);
    Door door = new Door(settings, keepers, paths::secret, inbox, new Waker(context), counts);
    AddressFile addresses = new AddressFile(config.hub().dataDir());
    return new PublicDoor(door, port -> address(http, port), addresses);
  }

  private String address(HttpSettings http, int port) {
    String scheme = http.keystore().isPresent() ? "https" : "http";
    String here = scheme + "://" + new HostPort(http.at().host(), port);
    String address = config.hub().publicUrl() == null ? here : config.hub().publicUrl().toString();
    return address.replaceFirst("/$", "");
  }

  static DoorSettings.Limits limits(DoorBounds bounds) {
    return new DoorSettings.Limits(
        bounds.patience(),
        bounds.connections(),
        bounds.connectionsOfOne(),
        bounds.requests(),
        bounds.perSecond(),
        bounds.longestBody(),
        bounds.room());
  }

  private static X509KeyManager key(HttpSettings http) {
    return http.keystore().map(SystemsDoor::manager).orElse(null);
  }

  private static X509KeyManager manager(Keystore keystore) {
    for (KeyManager manager : keystore(keystore).keys()) {
      if (manager instanceof X509KeyManager x509) {
        return x509;
      }
    }
    throw new IllegalStateException("Java has no key manager for TLS");
  }

  static KeystoreFile keystore(Keystore set) {
    return new KeystoreFile("hub.http.keystore", set.file(), set.password());
  }
}
