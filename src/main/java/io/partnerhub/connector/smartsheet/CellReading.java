package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The value of a cell as {@link io.partnerhub.mapping.Conversion} takes it. */
final class CellReading {

  private CellReading() {}

  /** A String, BigDecimal, Boolean, list of String, or null for an empty cell. */
  static Object value(JsonNode cell) {
    JsonNode object = cell.path("objectValue");
    if (object.path("values").isArray()) {
      return texts(object.path("values"));
    }
    return plain(cell.path("value"));
  }

  private static Object plain(JsonNode value) {
    return switch (value.getNodeType()) {
      case NUMBER -> value.decimalValue();
      case BOOLEAN -> value.booleanValue();
      case STRING -> value.textValue();
      default -> null;
    };
  }

  private static List<String> texts(JsonNode values) {
    List<String> texts = new ArrayList<>();
    values.forEach(v -> texts.add(v.isTextual() ? v.textValue() : v.path("email").asText()));
    return texts;
  }
}
