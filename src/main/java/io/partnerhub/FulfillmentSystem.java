package io.partnerhub;

import io.partnerhub.config.ConfigFaults;
import io.partnerhub.config.FulfillmentSettings.ClientCredentials;
import io.partnerhub.config.Keystore;
import io.partnerhub.config.Secret;
import io.partnerhub.connector.fulfillment.Definition;
import io.partnerhub.connector.fulfillment.FulfillmentConnector;
import io.partnerhub.connector.fulfillment.FulfillmentSettings;
import io.partnerhub.connector.fulfillment.FulfillmentSettings.Tls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.camel.CamelContext;

/** The fulfillment API, made from the configuration and the connector file beside the mappings. */
final class FulfillmentSystem {

  private static final String FILE = "fulfillment.connector.yaml";

  private FulfillmentSystem() {}

  /**
   * Its connector.
   *
   * @param set how to reach it
   * @param mappings the directory of the mapping files
   * @throws io.partnerhub.mapping.MappingFaults with every fault of the connector file
   */
  static FulfillmentConnector connector(
      io.partnerhub.config.FulfillmentSettings set,
      String hubId,
      Path mappings,
      CamelContext context,
      Clock clock) {
    return new FulfillmentConnector(
        settings(set, hubId), definition(mappings), context.createProducerTemplate(), clock);
  }

  /**
   * Judges what is set beside the connector file, as far as that is possible without a call.
   *
   * @throws ConfigFaults with all that does not go with it
   */
  static void requireFit(
      io.partnerhub.config.FulfillmentSettings set, String hubId, Definition definition) {
    List<String> misfits =
        FulfillmentConnector.misfits(
            settings(set, hubId), definition, set.webhookSecret().map(Secret::value));
    if (!misfits.isEmpty()) {
      throw new ConfigFaults(misfits);
    }
  }

  /**
   * What the connector file says.
   *
   * @param mappings the directory of the mapping files
   * @throws io.partnerhub.mapping.MappingFaults with every fault of the file
   */
  static Definition definition(Path mappings) {
    return Definition.read(mappings.resolve(FILE));
  }

  /** Whether the connector file is there. */
  static boolean isDescribedIn(Path mappings) {
    return Files.exists(mappings.resolve(FILE));
  }

  private static FulfillmentSettings settings(
      io.partnerhub.config.FulfillmentSettings set, String hubId) {
    try {
      return FulfillmentSettings.usual(
          set.baseUrl().toString(), login(set.login()), tls(set), set.requestsPerMinute(), hubId);
    } catch (IllegalArgumentException e) {
      throw new ConfigFaults(List.of(e.getMessage()));
    }
  }

  private static FulfillmentSettings.Login login(
      io.partnerhub.config.FulfillmentSettings.Login login) {
    if (login instanceof io.partnerhub.config.FulfillmentSettings.Bearer bearer) {
      return new FulfillmentSettings.Bearer(bearer.token().value());
    }
    return login instanceof ClientCredentials credentials
        ? new FulfillmentSettings.ClientCredentials(
            credentials.clientId(), credentials.clientSecret().value())
        : new FulfillmentSettings.Certificate();
  }

  private static Tls tls(io.partnerhub.config.FulfillmentSettings set) {
    if (set.keystore().isEmpty() && set.truststore().isEmpty()) {
      return null;
    }
    return new Tls(
        set.keystore().map(Keystore::file).orElse(null),
        set.keystore().map(k -> k.password().value()).orElse(null),
        set.truststore().map(Keystore::file).orElse(null),
        set.truststore().map(k -> k.password().value()).orElse(null));
  }
}
