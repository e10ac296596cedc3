package io.partnerhub.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;

/** The signed claims of the JWT bearer flow. */
final class JwtAssertion {

  private static final Set<String> LOGIN_HOSTS =
      Set.of("https://login.salesforce.com", "https://test.salesforce.com");

  private JwtAssertion() {}

  /**
   * Checks signature and claims.
   *
   * @param baseUrl this org's own address, an audience beside the login hosts
   */
  static void check(String assertion, OrgSettings settings, String baseUrl, Instant now)
      throws LoginRefused {
    PublicKey key =
        settings
            .jwtKey()
            .orElseThrow(() -> new LoginRefused("invalid_grant", "no certificate for this app"));
    String[] parts = assertion.split("\\.");
    if (parts.length != 3) {
      throw invalid();
    }
    if (!"RS256".equals(json(parts[0]).path("alg").asText())
        || !isSigned(parts[0] + "." + parts[1], decoded(parts[2]), key)) {
      throw invalid();
    }
    checkClaims(json(parts[1]), settings, baseUrl, now);
  }

  private static void checkClaims(
      JsonNode claims, OrgSettings settings, String baseUrl, Instant now) throws LoginRefused {
    if (!settings.clientId().equals(claims.path("iss").asText())) {
      throw new LoginRefused("invalid_client_id", "client identifier invalid");
    }
    if (!settings.username().equals(claims.path("sub").asText())) {
      throw new LoginRefused("invalid_grant", "user hasn't approved this consumer");
    }
    String audience = claims.path("aud").asText();
    if (!LOGIN_HOSTS.contains(audience) && !audience.equals(baseUrl)) {
      throw new LoginRefused("invalid_grant", "audience is invalid");
    }
    if (claims.path("exp").asLong() <= now.getEpochSecond()) {
      throw new LoginRefused("invalid_grant", "expired authorization code");
    }
  }

  private static boolean isSigned(String text, byte[] signature, PublicKey key)
      throws LoginRefused {
    try {
      Signature verifier = Signature.getInstance("SHA256withRSA");
      verifier.initVerify(key);
      verifier.update(text.getBytes(StandardCharsets.US_ASCII));
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      throw invalid();
    }
  }

  private static JsonNode json(String part) throws LoginRefused {
    try {
      return Wire.parse(decoded(part));
    } catch (IOException e) {
      throw invalid();
    }
  }

  private static byte[] decoded(String part) throws LoginRefused {
    try {
      return Base64.getUrlDecoder().decode(part);
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
  }

  private static LoginRefused invalid() {
    return new LoginRefused("invalid_grant", "invalid assertion");
  }
}
