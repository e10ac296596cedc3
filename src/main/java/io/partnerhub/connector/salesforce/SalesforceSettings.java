package io.partnerhub.connector.salesforce;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.apache.camel.support.jsse.KeyStoreParameters;

/**
 * How to reach a Salesforce org and how to read it.
 *
 * @param apiVersion such as {@code 66.0}
 * @param overlap how far behind the watermark a poll reads again until the watermark is settled;
 *     longer than the longest transaction of the org
 * @param secondPass how far behind the watermark the slow second pass reads
 * @param requestTimeout longest time for one call, answer included
 * @param share what the hub may use of the org's calls
 */
public record SalesforceSettings(
    Login login,
    String apiVersion,
    Duration overlap,
    Duration secondPass,
    Duration requestTimeout,
    Share share) {

  public static final String DEFAULT_API_VERSION = "66.0";
  public static final Duration DEFAULT_OVERLAP = Duration.ofMinutes(2);
  public static final Duration DEFAULT_SECOND_PASS = Duration.ofHours(1);
  public static final Duration DEFAULT_REQUEST_TIMEOUT = Duration.ofMinutes(2);

  /** Settings with the defaults for everything but the login. */
  public static SalesforceSettings of(Login login) {
    return new SalesforceSettings(
        login,
        DEFAULT_API_VERSION,
        DEFAULT_OVERLAP,
        DEFAULT_SECOND_PASS,
        DEFAULT_REQUEST_TIMEOUT,
        Share.USUAL);
  }

  /**
   * What the hub may use of the org's calls.
   *
   * @param dailyCalls most calls of the hub in any 24 hours
   * @param reserve percent of the org's calls in 24 hours that are left to people and other apps
   */
  public record Share(int dailyCalls, int reserve) {

    /** All calls of a developer's org but for a fifth. */
    public static final Share USUAL = new Share(15_000, 20);
  }

  /** Where and as whom the hub logs in. */
  public sealed interface Login {

    /** The login host or, for client credentials, the org's own My Domain host. */
    String url();

    String clientId();

    /** Sets the part of the component's configuration that only this way of logging in has. */
    void applyTo(SalesforceLoginConfig config);
  }

  /** OAuth client credentials: the connected app's own user. */
  public record ClientCredentials(String url, String clientId, String clientSecret)
      implements Login {
    @Override
    public void applyTo(SalesforceLoginConfig config) {
      config.setType(AuthenticationType.CLIENT_CREDENTIALS);
      config.setClientSecret(clientSecret);
    }

    @Override
    public String toString() {
      return "client credentials of " + clientId + " at " + url;
    }
  }

  /**
   * OAuth JWT bearer.
   *
   * @param keystore holds exactly one private key, whose certificate the connected app knows
   */
  public record JwtBearer(
      String url, String clientId, String username, Path keystore, String keystorePassword)
      implements Login {
    @Override
    public void applyTo(SalesforceLoginConfig config) {
      KeyStoreParameters parameters = new KeyStoreParameters();
      parameters.setResource("file:" + keystore.toAbsolutePath());
      parameters.setPassword(keystorePassword);
      config.setType(AuthenticationType.JWT);
      config.setUserName(username);
      config.setKeystore(parameters);
    }

    @Override
    public String toString() {
      return "JWT of " + clientId + " for " + username + " at " + url;
    }
  }
}
