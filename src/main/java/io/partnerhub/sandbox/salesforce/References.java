package io.partnerhub.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.sim.SimAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  JsonNode fill(JsonNode body) {
    if (!hasReference(body)) {
      return body;
    }
    try {
      return Wire.MAPPER.readTree(fill(body.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    try {
      String pointer = path.replaceAll("[.\\[]", "/").replace("]", "");
      JsonNode value = Wire.MAPPER.readTree(answer.body()).at(pointer);
      if (!value.isValueNode()) {
        throw invalid(referenceId, path);
      }
      return value.asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
