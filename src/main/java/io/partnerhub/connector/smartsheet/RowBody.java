package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Write;
import java.util.Map;

/** The rows of a write call as JSON. */
final class RowBody {

  private final Mapping mapping;
  private final Layout layout;
  private final ArrayNode rows = ObjectStream.JSON.createArrayNode();

  RowBody(Mapping mapping, Layout layout) {
    this.mapping = mapping;
    this.layout = layout;
  }

  /** A new row below all others; there is nothing to clear in it. */
  void add(Write write) {
    ObjectNode row = rows.addObject().put("toBottom", true);
    cells(row, write, false);
  }

  void update(Write write, String rowId) {
    ObjectNode row = rows.addObject().put("id", Long.parseLong(rowId));
    cells(row, write, true);
  }

  private void cells(ObjectNode row, Write write, boolean clearing) {
    ArrayNode cells = row.putArray("cells");
    Map<String, Object> values =
        Conversion.toNative(mapping, SystemName.SMARTSHEET, write.fields(), write.values());
    values.forEach(
        (title, value) -> {
          if (value != null || clearing) {
            cells.add(CellRendering.cell(layout.columns().get(title), value));
          }
        });
  }

  byte[] bytes() {
    try {
      return ObjectStream.JSON.writeValueAsBytes(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of JSON nodes is always JSON", e);
    }
  }
}
