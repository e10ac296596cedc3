package io.partnerhub.deadletter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnerhub.sync.letter.FieldEdits;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Reads a patch of a record: a JSON Merge Patch (RFC 7396), an object of fields; or a JSON Patch
 * (RFC 6902), an array of add, replace, remove and test on fields.
 */
final class EditReader {

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private static final int LONGEST_PLAIN_EXPONENT = 60;

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> expected = new LinkedHashMap<>();

  private EditReader() {}

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException that says what cannot be read
   */
  static FieldEdits read(String json) {
    JsonNode patch = parsed(json);
    EditReader reader = new EditReader();
    if (patch.isObject()) {
      patch
          .properties()
          .forEach(f -> reader.values.put(f.getKey(), text(f.getKey(), f.getValue())));
    } else if (patch.isArray()) {
      patch.forEach(reader::operation);
    } else {
      throw new IllegalArgumentException(
          "Write the edit as an object, such as {\"phone\": \"030 1\"}, or as a JSON Patch");
    }
    if (reader.values.isEmpty()) {
      throw new IllegalArgumentException("The edit names no field");
    }
    return new FieldEdits(reader.values, reader.expected);
  }

  private static JsonNode parsed(String json) {
    try {
      return MAPPER.readTree(json == null ? "" : json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The edit is no JSON: " + e.getOriginalMessage(), e);
    } catch (NumberFormatException e) { // Jackson lets that through
      throw new IllegalArgumentException(
          "The edit is no JSON: a number has too long an exponent", e);
    }
  }

  private void operation(JsonNode operation) {
    String name = operation.path("op").asText();
    String field = field(operation.path("path").asText());
    boolean hasValue = operation.has("value");
    if (!hasValue && !name.equals("remove")) {
      throw new IllegalArgumentException("The operation on " + field + " has no value");
    }
    switch (name) {
      case "add", "replace" -> values.put(field, text(field, operation.get("value")));
      case "remove" -> values.put(field, null);
      case "test" -> expected.put(field, text(field, operation.get("value")));
      default ->
          throw new IllegalArgumentException(
              "There is no operation \"%s\" here: use add, replace, remove and test"
                  .formatted(name));
    }
  }

  private static String field(String path) {
    if (!path.startsWith("/") || path.indexOf('/', 1) >= 0) {
      throw new IllegalArgumentException(
          "The path \"%s\" leads to no field: write /field".formatted(path));
    }
    return path.substring(1).replace("~1", "/").replace("~0", "~");
  }

  private static String text(String field, JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    if (value.isArray()
        && StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isTextual)) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(JsonNode::textValue)
          .collect(Collectors.joining(";"));
    }
    if (!value.isValueNode()) {
      throw new IllegalArgumentException(
          "The value of %s is none: write a text, a number, true or false, or null"
              .formatted(field));
    }
    return value.isNumber() ? plain(field, value.decimalValue()) : value.asText();
  }

  /** Without exponent, unless so great a one that writing it out would fill the memory. */
  private static String plain(String field, BigDecimal number) {
    if (Math.abs((long) number.scale()) > LONGEST_PLAIN_EXPONENT) {
      throw new IllegalArgumentException(
          "The value of %s is too great or too small a number".formatted(field));
    }
    return number.toPlainString();
  }
}
