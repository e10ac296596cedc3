package io.partnerhub.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How to reach Salesforce and how often.
 *
 * @param overlap how far behind the newest change each poll begins
 * @param dailyCalls most API calls in 24 hours
 * @param peopleReserve percent of the org's calls that the hub never uses
 * @param events empty where the hub only polls
 * @param outboundMessages whether they are taken
 */
public record SalesforceSettings(
    URI loginUrl,
    String clientId,
    Login login,
    String apiVersion,
    Schedule poll,
    Duration overlap,
    Schedule secondPass,
    int dailyCalls,
    int peopleReserve,
    Optional<ChangeEventSettings> events,
    boolean outboundMessages) {

  /** How the hub logs in. */
  public sealed interface Login {}

  /** By a secret of the connected app, as the app's own user. */
  public record ClientCredentials(Secret clientSecret) implements Login {}

  /**
   * By a token signed with the key of the app's certificate.
   *
   * @param keystore holds exactly one private key
   */
  public record Jwt(String username, Path keystore, Secret keystorePassword) implements Login {}

  static SalesforceSettings from(ConfigReader reader) {
    return new SalesforceSettings(
        reader.read(Keys.LOGIN_URL),
        reader.read(Keys.CLIENT_ID),
        login(reader),
        reader.read(Keys.API_VERSION),
        reader.read(Keys.SALESFORCE_POLL),
        reader.read(Keys.OVERLAP),
        reader.read(Keys.SECOND_PASS),
        reader.count(Keys.DAILY_CALLS),
        reader.count(Keys.PEOPLE_RESERVE),
        ChangeEventSettings.from(reader),
        Boolean.TRUE.equals(reader.read(ChangeEventKeys.OUTBOUND_MESSAGES)));
  }

  private static Login login(ConfigReader reader) {
    String auth = reader.read(Keys.AUTH);
    if ("jwt".equals(auth)) {
      String because = "salesforce.auth is jwt";
      return new Jwt(
          reader.require(Keys.USERNAME, because),
          reader.require(Keys.KEYSTORE, because),
          reader.require(Keys.KEYSTORE_PASSWORD, because));
    }
    return new ClientCredentials(
        auth == null
            ? reader.read(Keys.CLIENT_SECRET)
            : reader.require(Keys.CLIENT_SECRET, "salesforce.auth is client-credentials"));
  }
}
