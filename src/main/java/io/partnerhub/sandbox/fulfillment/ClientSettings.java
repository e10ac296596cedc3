package io.partnerhub.sandbox.fulfillment;

/**
 * The one client that may call.
 *
 * @param id as {@code createdBy} and {@code updatedBy} name it
 * @param secret for the client credentials grant
 * @param token a bearer token that lasts
 */
public record ClientSettings(String id, String secret, String token) {

  /** The sandbox's own client, with well-known credentials. */
  public static ClientSettings sandbox() {
    return new ClientSettings("partner-hub", "sandbox-secret", "sandbox-token");
  }

  @Override
  public String toString() {
    return "ClientSettings[id=" + id + "]";
  }
}
