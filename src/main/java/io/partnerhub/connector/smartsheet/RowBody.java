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

  /**
   * A new row; there is nothing to clear in it.
   *
   * @param parent the row that it becomes the last child of; {@link Spot#TOP} for the bottom of the
   *     sheet
   */
  void add(Write write, long parent) {
    cells(put(rows.addObject(), parent), write, false);
  }

  /**
   * A row that is there.
   *
   * @param parent as above; null to leave it where it is
   */
  void update(Write write, String rowId, Long parent) {
    ObjectNode row = rows.addObject().put("id", Long.parseLong(rowId));
    cells(parent == null ? row : put(row, parent), write, true);
  }

  private static ObjectNode put(ObjectNode row, long parent) {
    return (parent == Spot.TOP ? row : row.put("parentId", parent)).put("toBottom", true);
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
