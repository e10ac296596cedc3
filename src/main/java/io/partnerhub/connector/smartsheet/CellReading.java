package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The value of a cell as {@link io.partnerhub.mapping.Conversion} takes it. */
final class CellReading {

  private static final Pattern ERROR = Pattern.compile("#[A-Z][A-Z ]*!?");

  private CellReading() {}

  /** A String, BigDecimal, Boolean, list of String, or null for an empty cell. */
  static Object value(JsonNode cell) {
    JsonNode object = cell.path("objectValue");
    if (object.path("values").isArray()) {
      return texts(object.path("values"));
    }
    return plain(cell.path("value"));
  }

  /**
   * The text in which a cell's formula, its column's or a link from another sheet ends instead of a
   * value, such as {@code #NO MATCH}. A formula that breaks is no error of the call: {@code value}
   * is then what people see (Cell object of the Smartsheet API). The same text may be typed.
   */
  static Optional<String> error(JsonNode cell, Column column) {
    boolean workedOut =
        column.calculated()
            || !cell.path("formula").asText("").isEmpty()
            || cell.path("linkInFromCell").isObject();
    return workedOut
        ? Optional.of(cell.path("value").asText("")).filter(text -> ERROR.matcher(text).matches())
        : Optional.empty();
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
