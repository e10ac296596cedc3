package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.connector.Stamp;
import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Reading;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sync.Observation;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes observations of the rows of one sheet. */
final class RowReading {

  private final Mapping mapping;
  private final String sheet;
  private final Map<Long, Column> columns;

  RowReading(Mapping mapping, String sheet, List<Column> columns) {
    this.mapping = mapping;
    this.sheet = sheet;
    this.columns = columns.stream().collect(Collectors.toMap(Column::id, Function.identity()));
  }

  Observation observation(JsonNode row, OwnUser own) {
    Reading reading = reading(row);
    return new Observation(
        new NativeId(sheet, row.path("id").asText()),
        reading.values(),
        reading.unreadable(),
        stamp(row),
        false,
        own.is(row.path("modifiedBy")),
        own.is(row.path("createdBy")),
        null,
        author(row.path("modifiedBy")));
  }

  /** An e-mail address, or a name where there is none; null where the answer does not tell. */
  private static String author(JsonNode person) {
    String email = person.path("email").asText();
    String shown = email.isEmpty() ? person.path("name").asText() : email;
    return shown.isEmpty() ? null : shown;
  }

  /** A row as it was read, before what it stands beneath is known. */
  Spot.Row row(JsonNode row, OwnUser own) {
    Observation observation = observation(row, own);
    return new Spot.Row(observation, spot(row, observation.values(), observation.unreadable()));
  }

  /** Where a row stands; null where the mapping groups nothing. */
  Spot spot(JsonNode row, Values values, Map<String, String> unreadable) {
    String field = Outlines.field(mapping);
    if (field == null) {
      return null;
    }
    return new Spot(
        row.path("id").asLong(),
        row.path("parentId").asLong(Spot.TOP),
        mapping.keyOf(values) != null,
        unreadable.containsKey(field) ? null : values.get(field));
  }

  /** A row that the sheet certainly no longer has; Smartsheet does not say since when. */
  static Observation deleted(NativeId id) {
    return new Observation(id, Values.none(), Map.of(), null, true, false, false);
  }

  /** What the row's cells mean. */
  Reading reading(JsonNode row) {
    Map<String, Object> byTitle = new HashMap<>();
    Map<String, String> errors = new HashMap<>();
    for (JsonNode cell : row.path("cells")) {
      Column column = columns.get(cell.path("columnId").asLong());
      if (column != null) {
        byTitle.put(column.title(), CellReading.value(cell));
        CellReading.error(cell, column).ifPresent(error -> errors.put(column.title(), error));
      }
    }
    Reading reading = Conversion.toCanonical(mapping, SystemName.SMARTSHEET, byTitle);
    return errors.isEmpty() ? reading : without(errors, reading);
  }

  /** What a formula ends in is nobody's edit. */
  private Reading without(Map<String, String> errors, Reading reading) {
    Map<String, String> unreadable = new LinkedHashMap<>(reading.unreadable());
    for (Field field : mapping.fieldsIn(SystemName.SMARTSHEET)) {
      String error = errors.get(Layout.titleOf(field));
      if (error != null) {
        unreadable.put(
            field.name(),
            "The formula in \"%s\" ends in %s".formatted(Layout.titleOf(field), error));
      }
    }
    return new Reading(reading.values(), unreadable);
  }

  /** When the row was last changed; null where the answer does not tell. */
  static Instant stamp(JsonNode row) {
    return Stamp.of(row.path("modifiedAt").asText(""));
  }
}
