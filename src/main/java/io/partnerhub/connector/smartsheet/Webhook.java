package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * A webhook as the service shows it.
 *
 * @param sheet id of the sheet that it tells of
 * @param columns ids of the columns that it tells of; empty for all
 * @param status as the service calls it, see its guide "Webhook status"
 * @param details why it is disabled, for people; empty while it is enabled
 * @param secret by which its callbacks are signed; empty where it is not shown
 */
record Webhook(
    String id,
    String name,
    String callbackUrl,
    String sheet,
    Set<Long> columns,
    String status,
    String details,
    String secret) {

  static Webhook of(JsonNode json) {
    Set<Long> columns = new TreeSet<>();
    json.path("subscope").path("columnIds").forEach(id -> columns.add(id.asLong()));
    return new Webhook(
        json.path("id").asText(),
        json.path("name").asText(),
        json.path("callbackUrl").asText(),
        json.path("scopeObjectId").asText(),
        columns,
        json.path("status").asText(),
        json.path("disabledDetails").asText(),
        json.path("sharedSecret").asText());
  }

  boolean isEnabled() {
    return status.equals("ENABLED");
  }

  /** Whether it can be enabled by its owner; the others come back by themselves or never. */
  boolean canBeEnabled() {
    return switch (status) {
      case "DISABLED_SCOPE_INACCESSIBLE", "DISABLED_APP_REVOKED", "DISABLED_ADMINISTRATIVE" ->
          false;
      default -> true;
    };
  }

  /** Shows neither the secret nor the address, which holds one too. */
  @Override
  public String toString() {
    return "Webhook[" + id + ", sheet " + sheet + ", " + status + "]";
  }
}
