package io.partnerhub.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.partnerhub.sandbox.sim.SimAnswer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code @{refId.field}} with values from the answers of earlier sub-requests. */
final class References {

  private static final Pattern REFERENCE = Pattern.compile("@\\{(\\w+)((?:\\.\\w+|\\[\\d+])+)}");

  private final Map<String, SimAnswer> answers = new HashMap<>();

  void add(String referenceId, SimAnswer answer) {
    answers.put(referenceId, answer);
  }

  /** A body with its references filled in; a value goes into a text as it is. */
  JsonNode fill(JsonNode body) {
    if (!hasReference(body)) {
      return body;
    }
    if (body instanceof ObjectNode object) {
      ObjectNode filled = object.objectNode();
      object.properties().forEach(e -> filled.set(e.getKey(), fill(e.getValue())));
      return filled;
    }
    if (body instanceof ArrayNode array) {
      ArrayNode filled = array.arrayNode();
      array.forEach(item -> filled.add(fill(item)));
      return filled;
    }
    return TextNode.valueOf(fill(body.textValue()));
  }

  private static boolean hasReference(JsonNode node) {
    if (node.isTextual()) {
      return node.textValue().contains("@{");
    }
    for (JsonNode child : node) {
      if (hasReference(child)) {
        return true;
      }
    }
    return false;
  }

  String fill(String text) {
    return REFERENCE
        .matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(value(m.group(1), m.group(2))));
  }

  private String value(String referenceId, String path) {
    SimAnswer answer = answers.get(referenceId);
    if (answer == null || answer.status() >= 400) {
      throw invalid(referenceId, path);
    }
    String pointer = path.replaceAll("[.\\[]", "/").replace("]", "");
    JsonNode value = Wire.read(answer.body()).at(pointer);
    if (!value.isValueNode()) {
      throw invalid(referenceId, path);
    }
    return value.asText();
  }

  private static ApiError invalid(String referenceId, String path) {
    return new ApiError(
        400,
        "PROCESSING_HALTED",
        "Invalid reference specified. No value for "
            + referenceId
            + path
            + " found in "
            + referenceId);
  }
}
