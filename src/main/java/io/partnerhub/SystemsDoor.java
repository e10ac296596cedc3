package io.partnerhub;

import io.partnerhub.cli.HubHome;
import io.partnerhub.config.ConfigFaults;
import io.partnerhub.config.HostPort;
import io.partnerhub.config.HttpSettings;
import io.partnerhub.config.HubConfig;
import io.partnerhub.config.Keystore;
import io.partnerhub.config.Secret;
import io.partnerhub.connector.fulfillment.FulfillmentDoorkeeper;
import io.partnerhub.intake.AddressFile;
import io.partnerhub.intake.Door;
import io.partnerhub.intake.DoorSettings;
import io.partnerhub.intake.Doorkeeper;
import io.partnerhub.model.SystemName;
import io.partnerhub.store.DoorPaths;
import io.partnerhub.sync.Inbox;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.X509KeyManager;
import org.apache.camel.CamelContext;

/** The door at which systems tell the hub what changed, made from the configuration. */
final class SystemsDoor {

  private final HubConfig config;
  private final Set<SystemName> systems;
  private final Clock clock;

  /**
   * @param systems those that the mappings name: nobody else has anything to tell
   */
  SystemsDoor(HubConfig config, Set<SystemName> systems, Clock clock) {
    this.config = config;
    this.systems = systems;
    this.clock = clock;
  }

  /**
   * Closed yet; it stays so where no system is set up to tell anything.
   *
   * @throws ConfigFaults when what is set does not go together
   */
  PublicDoor make(DoorPaths paths, Inbox inbox, CamelContext context) {
    HttpSettings http = config.hub().http();
    DoorSettings settings = new DoorSettings(http.at().host(), http.at().port(), key(http));
    Door door = new Door(settings, doorkeepers(context), paths::secret, inbox, new Waker(context));
    Path dataDir = HubHome.directory().resolve(config.hub().dataDir());
    return new PublicDoor(door, port -> address(http, port), new AddressFile(dataDir));
  }

  private String address(HttpSettings http, int port) {
    String scheme = http.keystore().isPresent() ? "https" : "http";
    String here = scheme + "://" + new HostPort(http.at().host(), port);
    String address = config.hub().publicUrl() == null ? here : config.hub().publicUrl().toString();
    return address.replaceFirst("/$", "");
  }

  private List<Doorkeeper> doorkeepers(CamelContext context) {
    List<Doorkeeper> keepers =
        new ArrayList<>(context.getRegistry().findByType(Doorkeeper.class)); // the connectors'
    fulfillment().ifPresent(keepers::add);
    return keepers;
  }

  private Optional<Doorkeeper> fulfillment() {
    Optional<Secret> secret = config.fulfillment().flatMap(f -> f.webhookSecret());
    if (secret.isEmpty() || !systems.contains(SystemName.FULFILLMENT)) {
      return Optional.empty();
    }
    Path mappings = HubHome.directory().resolve(config.hub().mappingsDir());
    try {
      return Optional.of(
          new FulfillmentDoorkeeper(
              FulfillmentSystem.definition(mappings), secret.get().value(), clock));
    } catch (IllegalArgumentException e) {
      throw new ConfigFaults(List.of(e.getMessage()));
    }
  }

  private static X509KeyManager key(HttpSettings http) {
    return http.keystore().map(SystemsDoor::manager).orElse(null);
  }

  private static X509KeyManager manager(Keystore keystore) {
    String key = "hub.http.keystore";
    for (KeyManager manager :
        KeystoreFile.keys(key, keystore.file(), keystore.password().value())) {
      if (manager instanceof X509KeyManager x509) {
        return x509;
      }
    }
    throw new ConfigFaults(List.of(key + ": " + keystore.file() + " holds no key for TLS"));
  }
}
