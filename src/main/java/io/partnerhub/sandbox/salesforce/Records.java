package io.partnerhub.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** What the rules for single rows and for collections have in common. */
final class Records {

  private Records() {}

  /**
   * An object by its name.
   *
   * @throws ApiError when there is none: for a call as a whole
   */
  static SObjectType type(Database database, String name) {
    return database
        .schema()
        .type(name)
        .orElseThrow(() -> new ApiError(404, "NOT_FOUND", "The requested resource does not exist"));
  }

  /**
   * An external id field by its name.
   *
   * @throws ApiError when it is none
   */
  static Field externalId(SObjectType type, String name) {
    return type.field(name)
        .filter(f -> f.externalId() && f.unique())
        .orElseThrow(
            () ->
                new ApiError(
                    404,
                    "NOT_FOUND",
                    "Provided external ID field does not exist or is not accessible: " + name));
  }

  /** A property of a record, whatever the case of its name. */
  static Optional<JsonNode> property(JsonNode json, String name) {
    return json.properties().stream()
        .filter(e -> e.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** A copy of a record without a property. */
  static ObjectNode without(JsonNode json, String name) {
    ObjectNode copy = Wire.MAPPER.createObjectNode();
    json.properties().stream()
        .filter(e -> !e.getKey().equalsIgnoreCase(name))
        .forEach(e -> copy.set(e.getKey(), e.getValue()));
    return copy;
  }
}
