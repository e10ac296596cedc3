package io.partnerhub.connector.fulfillment;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How to reach a fulfillment API.
 *
 * @param baseUrl what stands before every path of the connector file
 * @param tls null for what Java trusts by itself, and no certificate of the hub
 * @param requestsPerMinute the hub's share of the calls; at least {@value #FEWEST_REQUESTS}
 * @param hubId begins every idempotency key
 * @param timeout longest silence of the API during a call
 */
public record FulfillmentSettings(
    String baseUrl, Login login, Tls tls, int requestsPerMinute, String hubId, Duration timeout) {

  static final int FEWEST_REQUESTS = 12;

  private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(60);

  /** How the hub shows who it is. */
  public sealed interface Login {}

  /** By a token that lasts. */
  public record Bearer(String token) implements Login {
    @Override
    public String toString() {
      return "Bearer[]";
    }
  }

  /** By tokens of the OAuth 2.0 client credentials grant. */
  public record ClientCredentials(String clientId, String secret) implements Login {
    @Override
    public String toString() {
      return "ClientCredentials[clientId=" + clientId + "]";
    }
  }

  /** By its certificate alone. */
  public record Certificate() implements Login {}

  /**
   * What both sides of a TLS connection show.
   *
   * @param keystore with the hub's key and certificate; null for none
   * @param truststore with the certificates to trust; null for those that Java trusts
   */
  public record Tls(
      Path keystore, String keystorePassword, Path truststore, String truststorePassword) {
    @Override
    public String toString() {
      return "Tls[keystore=" + keystore + ", truststore=" + truststore + "]";
    }
  }

  public FulfillmentSettings {
    URI uri = URI.create(baseUrl);
    require(uri.getHost() != null && uri.getRawQuery() == null, "base URL must have a host alone");
    require(
        "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()), "base URL must be http");
    require(
        requestsPerMinute >= FEWEST_REQUESTS,
        "requests per minute must be at least " + FEWEST_REQUESTS);
    require(timeout.toMillis() > 0, "time-out must be positive");
    baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
  }

  /** The usual time-out, which an operator need not decide. */
  public static FulfillmentSettings usual(
      String baseUrl, Login login, Tls tls, int requestsPerMinute, String hubId) {
    return new FulfillmentSettings(baseUrl, login, tls, requestsPerMinute, hubId, USUAL_TIMEOUT);
  }

  /** What must not appear in a message. */
  List<String> secrets() {
    if (login instanceof Bearer bearer) {
      return List.of(bearer.token());
    }
    return login instanceof ClientCredentials credentials
        ? List.of(credentials.secret())
        : List.of();
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("The fulfillment API's " + rule);
    }
  }

  @Override
  public String toString() {
    return "FulfillmentSettings[baseUrl=" + baseUrl + ", hubId=" + hubId + "]";
  }
}
