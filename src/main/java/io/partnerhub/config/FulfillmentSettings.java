package io.partnerhub.config;

import java.net.URI;
import java.util.Optional;

/**
 * How to reach the fulfillment API and how often.
 *
 * @param keystore shows who the hub is, whatever the login
 * @param truststore the certificates to trust; empty for those that Java trusts
 * @param requestsPerMinute most requests a minute
 * @param webhookSecret by which its calls are known; empty where it makes none
 */
public record FulfillmentSettings(
    URI baseUrl,
    Login login,
    Optional<Keystore> keystore,
    Optional<Keystore> truststore,
    Schedule poll,
    int requestsPerMinute,
    Optional<Secret> webhookSecret) {

  /** How the hub logs in. */
  public sealed interface Login {}

  /** By a token that lasts. */
  public record Bearer(Secret token) implements Login {}

  /** By tokens of the OAuth 2.0 client credentials grant. */
  public record ClientCredentials(String clientId, Secret clientSecret) implements Login {}

  /** By its certificate alone. */
  public record Certificate() implements Login {}

  /** Empty where no address is set: the hub does without. */
  static Optional<FulfillmentSettings> from(ConfigReader reader) {
    URI baseUrl = reader.read(FulfillmentKeys.BASE_URL);
    String auth = reader.read(FulfillmentKeys.AUTH);
    Schedule poll = reader.read(FulfillmentKeys.POLL);
    int requests = reader.count(FulfillmentKeys.REQUESTS_PER_MINUTE);
    if (baseUrl == null) {
      return Optional.empty();
    }
    return Optional.of(
        new FulfillmentSettings(
            baseUrl,
            login(reader, auth),
            Keystore.from(reader, FulfillmentKeys.KEYSTORE, FulfillmentKeys.KEYSTORE_PASSWORD),
            Keystore.from(reader, FulfillmentKeys.TRUSTSTORE, FulfillmentKeys.TRUSTSTORE_PASSWORD),
            poll,
            requests,
            Optional.ofNullable(reader.read(FulfillmentKeys.WEBHOOK_SECRET))));
  }

  private static Login login(ConfigReader reader, String auth) {
    String because = "fulfillment.auth is " + auth;
    if ("client-credentials".equals(auth)) {
      return new ClientCredentials(
          reader.require(FulfillmentKeys.CLIENT_ID, because),
          reader.require(FulfillmentKeys.CLIENT_SECRET, because));
    }
    if ("certificate".equals(auth)) {
      reader.require(FulfillmentKeys.KEYSTORE, because);
      return new Certificate();
    }
    return new Bearer(
        auth == null
            ? reader.read(FulfillmentKeys.TOKEN)
            : reader.require(FulfillmentKeys.TOKEN, because));
  }
}
