package io.partnerhub.sandbox.fulfillment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keys of successful creates, and what they made; kept for good, which is at least 7 days. */
final class IdempotencyKeys {

  private final Map<String, Use> uses = new HashMap<>();

  private record Use(JsonNode body, Item made) {}

  /**
   * What an earlier create with this key and body made.
   *
   * @throws Problem when the key was used with another body
   */
  Optional<Item> made(String client, Resource resource, String key, JsonNode body) {
    Use use = uses.get(name(client, resource, key));
    if (use != null && !use.body().equals(body)) {
      throw Problem.of(
          422, "idempotency-key-reused", "This key was used with another body: " + key);
    }
    return Optional.ofNullable(use).map(Use::made);
  }

  void remember(String client, Resource resource, String key, JsonNode body, Item made) {
    uses.put(name(client, resource, key), new Use(body, made));
  }

  private static String name(String client, Resource resource, String key) {
    return client + " " + resource + " " + key;
  }
}
