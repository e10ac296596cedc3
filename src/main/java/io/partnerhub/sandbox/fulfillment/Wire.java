package io.partnerhub.sandbox.fulfillment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnerhub.sandbox.sim.SimRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** JSON and times as they go over the wire. */
final class Wire {

  static final ObjectMapper MAPPER = new ObjectMapper();

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Wire() {}

  /** The kind of a request's body, without parameters; empty when it is not said. */
  static String mediaType(SimRequest request) {
    return request.header("content-type").orElse("").split(";")[0].trim();
  }

  /**
   * Reads the object in a request's body.
   *
   * @throws Problem when it is none
   */
  static ObjectNode object(byte[] body) {
    try {
      if (MAPPER.readTree(body) instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException e) {
      throw Problem.badRequest("The body is no JSON");
    }
    throw Problem.badRequest("The body is no JSON object");
  }

  static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String time(Instant at) {
    return TIME.format(at);
  }

  /** JSON Merge Patch (RFC 7396); an object that becomes empty goes. */
  static ObjectNode merged(ObjectNode target, ObjectNode patch) {
    ObjectNode merged = target.deepCopy();
    for (Map.Entry<String, JsonNode> member : patch.properties()) {
      String name = member.getKey();
      JsonNode value = member.getValue();
      if (value instanceof ObjectNode inner) {
        JsonNode old = merged.path(name);
        ObjectNode whole =
            merged(old.isObject() ? (ObjectNode) old : MAPPER.createObjectNode(), inner);
        set(merged, name, whole.isEmpty() ? null : whole);
      } else {
        set(merged, name, value.isNull() ? null : value);
      }
    }
    return merged;
  }

  private static void set(ObjectNode object, String name, JsonNode value) {
    if (value == null) {
      object.remove(name);
    } else {
      object.set(name, value);
    }
  }

  static ObjectNode fields(Map<String, ?> values) {
    return MAPPER.valueToTree(values);
  }

  static List<String> split(String commaSeparated) {
    return List.of(commaSeparated.split(",", -1));
  }
}
