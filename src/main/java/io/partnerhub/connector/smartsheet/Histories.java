package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.connector.Stamp;
import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.system.Edit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the past values of cells. */
final class Histories {

  private static final int PAGE = 100;
  private static final int MOST_PAGES = 5;
  private static final int WEIGHT = 10;

  private final Api api;
  private final Layouts layouts;
  private final OwnUser own;

  Histories(Api api, Layouts layouts, OwnUser own) {
    this.api = api;
    this.layouts = layouts;
    this.own = own;
  }

  Map<String, List<Edit>> read(Mapping mapping, NativeId id, Set<String> fields, Instant since) {
    own.email(); // known before the values stream in, so that no call nests in another
    Instant second = since.truncatedTo(ChronoUnit.SECONDS); // as coarse as the service's stamps
    Layout layout = layouts.of(id.location());
    layout.of(mapping);
    Map<String, List<Edit>> edits = new LinkedHashMap<>();
    for (Field field : mapping.fieldsIn(SystemName.SMARTSHEET)) {
      if (fields.contains(field.name())) {
        Column column = layout.columns().get(Layout.titleOf(field));
        edits.put(field.name(), edits(mapping, field, id, column, second));
      }
    }
    return edits;
  }

  private List<Edit> edits(
      Mapping mapping, Field field, NativeId id, Column column, Instant since) {
    List<Edit> edits = new ArrayList<>();
    for (int page = 1; page <= MOST_PAGES; page++) {
      List<Edit> read = page(mapping, field, id, column, page);
      read.stream().filter(e -> !e.at().isBefore(since)).forEach(edits::add);
      if (read.size() < PAGE || read.get(read.size() - 1).at().isBefore(since)) {
        break;
      }
    }
    return Collections.unmodifiableList(edits);
  }

  private List<Edit> page(Mapping mapping, Field field, NativeId id, Column column, int page) {
    String path =
        "sheets/" + SheetId.checked(id.location()) + "/rows/" + id.id() + "/columns/" + column.id();
    Request request =
        Request.get("history of \"" + column.title() + "\" in row " + id.id(), path + "/history")
            .with("include", "objectValue")
            .with("level", 2)
            .with("page", page)
            .with("pageSize", PAGE)
            .weighing(WEIGHT);
    List<Edit> edits = new ArrayList<>();
    api.call(
        request,
        in -> ObjectStream.read(in, "data", cell -> edits.add(edit(mapping, field, column, cell))));
    return edits;
  }

  private Edit edit(Mapping mapping, Field field, Column column, JsonNode cell) {
    Map<String, Object> byTitle = new LinkedHashMap<>();
    byTitle.put(column.title(), CellReading.value(cell));
    String value =
        Conversion.toCanonical(mapping, SystemName.SMARTSHEET, byTitle).values().get(field.name());
    Instant at = Stamp.of(cell.path("modifiedAt").asText(""));
    return new Edit(value, at == null ? Instant.EPOCH : at, own.is(cell.path("modifiedBy")));
  }
}
