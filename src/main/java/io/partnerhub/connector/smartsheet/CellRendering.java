package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/** A value as the exact JSON type that a column takes with {@code strict:true}. */
final class CellRendering {

  private CellRendering() {}

  /**
   * A cell that holds a value as {@link io.partnerhub.mapping.Conversion} gives it; null clears.
   */
  static ObjectNode cell(Column column, Object value) {
    ObjectNode cell = ObjectStream.JSON.createObjectNode().put("columnId", column.id());
    switch (column.type()) {
      case "CHECKBOX" -> cell.put("value", Boolean.TRUE.equals(value));
      case "MULTI_PICKLIST" -> cell.set("objectValue", choices(value));
      default -> put(cell, value);
    }
    return cell.has("value") ? cell.put("strict", true) : cell;
  }

  private static void put(ObjectNode cell, Object value) {
    if (value == null) {
      cell.put("value", "");
    } else if (value instanceof BigDecimal number) {
      cell.put("value", number);
    } else if (value instanceof List<?> several) {
      cell.put("value", String.join(", ", several.stream().map(Object::toString).toList()));
    } else {
      cell.put(
          "value", value.toString()); // dates and times are ISO text; a boolean is refused here
    }
  }

  private static ObjectNode choices(Object value) {
    ObjectNode object = ObjectStream.JSON.createObjectNode().put("objectType", "MULTI_PICKLIST");
    ArrayNode values = object.putArray("values");
    if (value instanceof List<?> several) {
      several.forEach(v -> values.add(v.toString()));
    } else if (value != null) {
      values.add(value.toString());
    }
    return object;
  }
}
