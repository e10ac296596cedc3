package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Reads the attributes of a JSON object with the exact types that the API wants. */
final class Attributes {

  private Attributes() {}

  /** Refuses what may not be sent (1032) and what nobody knows (1008). */
  static void only(JsonNode object, String name, Set<String> allowed, Set<String> readOnly) {
    if (!object.isObject()) {
      throw ErrorCode.UNREADABLE.with(name + " must be a JSON object");
    }
    List<String> refused = new ArrayList<>();
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String attribute = names.next();
      if (readOnly.contains(attribute)) {
        refused.add(name + "." + attribute);
      } else if (!allowed.contains(attribute)) {
        throw ErrorCode.UNREADABLE.with("Unknown attribute \"" + attribute + "\" in " + name);
      }
    }
    if (!refused.isEmpty()) {
      throw ErrorCode.ATTRIBUTE_NOT_ALLOWED.with(String.join(", ", refused));
    }
  }

  /** False when absent or null. */
  static boolean flag(JsonNode object, String name) {
    return flag(object, name, false);
  }

  static boolean flag(JsonNode object, String name, boolean absent) {
    JsonNode node = object.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return absent;
    }
    if (!node.isBoolean()) {
      throw wrongType(name, "a boolean");
    }
    return node.booleanValue();
  }

  /** Null when absent or null; a number in quotes is refused. */
  static Long id(JsonNode object, String name) {
    JsonNode node = object.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw wrongType(name, "a number");
    }
    return node.longValue();
  }

  /** Null when absent or null. */
  static String text(JsonNode object, String name) {
    JsonNode node = object.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (!node.isTextual()) {
      throw wrongType(name, "a string");
    }
    return node.textValue();
  }

  /** Empty when absent or null. */
  static List<String> texts(JsonNode object, String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode node : array(object, name)) {
      if (!node.isTextual()) {
        throw wrongType(name, "an array of strings");
      }
      texts.add(node.textValue());
    }
    return texts;
  }

  /** Empty when absent or null. */
  static List<Long> ids(JsonNode object, String name) {
    List<Long> ids = new ArrayList<>();
    for (JsonNode node : array(object, name)) {
      if (!node.isIntegralNumber() || !node.canConvertToLong()) {
        throw wrongType(name, "an array of numbers");
      }
      ids.add(node.longValue());
    }
    return ids;
  }

  /** Empty when absent or null. */
  static List<JsonNode> array(JsonNode object, String name) {
    JsonNode node = object.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return List.of();
    }
    if (!node.isArray()) {
      throw wrongType(name, "an array");
    }
    List<JsonNode> items = new ArrayList<>();
    node.forEach(items::add);
    return items;
  }

  private static ApiError wrongType(String name, String wanted) {
    return ErrorCode.UNREADABLE.with("attribute \"" + name + "\" must be " + wanted);
  }
}
