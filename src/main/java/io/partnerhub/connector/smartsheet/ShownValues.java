package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Reading;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sync.Write;
import java.util.HashSet;
import java.util.Set;

/** What the answer to a write shows of the fields that were sent. */
final class ShownValues {

  private final Mapping mapping;
  private final Layout layout;
  private final Outlines outlines;
  private final RowReading reading;

  ShownValues(Mapping mapping, Layout layout, Outlines outlines) {
    this.outlines = outlines;
    this.mapping = mapping;
    this.layout = layout;
    this.reading = new RowReading(mapping, layout.sheet(), layout.of(mapping));
  }

  /** A row of an answer, read once. */
  record Row(String id, Values values, Set<Long> cells) {}

  Row read(JsonNode row) {
    Set<Long> cells = new HashSet<>();
    row.path("cells").forEach(c -> cells.add(c.path("columnId").asLong()));
    return new Row(row.path("id").asText(), values(row), cells);
  }

  private Values values(JsonNode row) {
    Reading read = reading.reading(row);
    if (!Outlines.isGrouped(mapping)) {
      return read.values();
    }
    Outline outline = outlines.of(layout.sheet());
    Spot spot = reading.spot(row, read.values(), read.unreadable());
    outline.note(spot);
    return Outlines.values(mapping, read.values(), outline, spot);
  }

  /** Null when the answer lacks the cell of a value that was sent. */
  Values of(Row row, Write write) {
    for (Field field : mapping.fieldsIn(SystemName.SMARTSHEET)) {
      boolean sent = write.fields().contains(field.name());
      if (sent
          && write.values().get(field.name()) != null
          && !row.cells().contains(columnOf(field))) {
        return null;
      }
    }
    return row.values().only(write.fields()::contains);
  }

  /** The business key in the answer; null when it is not there. */
  String key(Row row) {
    return mapping.keyOf(row.values());
  }

  private long columnOf(Field field) {
    return layout.columns().get(Layout.titleOf(field)).id();
  }
}
