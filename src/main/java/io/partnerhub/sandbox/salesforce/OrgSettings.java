package io.partnerhub.sandbox.salesforce;

import java.security.PublicKey;
import java.util.Optional;

/**
 * Who may sign in to the org.
 *
 * @param clientId the connected app's consumer key
 * @param username the user that tokens are given for
 * @param jwtKey the connected app's public key; empty refuses the JWT bearer flow
 */
public record OrgSettings(
    String clientId, String clientSecret, String username, Optional<PublicKey> jwtKey) {

  /** The sandbox's own client, with well-known credentials. */
  public static OrgSettings sandbox() {
    return new OrgSettings(
        "partner-hub", "sandbox-secret", "hub@partners.example", Optional.empty());
  }

  /** The same with a key for the JWT bearer flow. */
  public OrgSettings withJwtKey(PublicKey key) {
    return new OrgSettings(clientId, clientSecret, username, Optional.of(key));
  }

  @Override
  public String toString() {
    return "OrgSettings[clientId=" + clientId + ", username=" + username + "]";
  }
}
