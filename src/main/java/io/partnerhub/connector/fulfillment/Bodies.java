package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Write;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Makes the values to send of a write, and the key under which a create is repeated safely. */
final class Bodies {

  private static final int DIGEST_LETTERS = 16;

  private final Mapping mapping;
  private final String hubId;

  Bodies(Mapping mapping, String hubId) {
    this.mapping = mapping;
    this.hubId = hubId;
  }

  /** What fills the placeholders for this write. */
  Template template(Write write, Resource resource) {
    ObjectNode values = values(write, resource);
    return new Template(write.id().id(), write.tag(), key(write, values), values);
  }

  private ObjectNode values(Write write, Resource resource) {
    ObjectNode values = Api.JSON.createObjectNode();
    Map<String, Object> sent =
        Conversion.toNative(mapping, SystemName.FULFILLMENT, write.fields(), write.values());
    for (Map.Entry<String, Object> entry : sent.entrySet()) {
      boolean leftOut = entry.getValue() == null && write.action() == Write.Action.ADD;
      if (!leftOut) {
        FieldForm field = resource.fields().get(entry.getKey());
        set(values, field.at(), field.write(entry.getValue()));
      }
    }
    return values;
  }

  private static void set(ObjectNode root, JsonPointer at, JsonNode value) {
    root.withObject(at.head()).set(at.last().getMatchingProperty(), value);
  }

  /**
   * The attempt and what it sends: the same attempt always has the same key, and a store that
   * counts its attempts from the beginning again does not meet its old keys with other values.
   */
  private String key(Write write, ObjectNode values) {
    return hubId + "-" + write.attempt() + "-" + digest(bytes(values));
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest).substring(0, DIGEST_LETTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  static byte[] bytes(JsonNode json) {
    try {
      return Api.JSON.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree can always be written", e);
    }
  }
}
