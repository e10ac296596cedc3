package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One row as a client sent it, checked.
 *
 * @param row the row to change, null for a new one
 * @param locked null when not given
 */
record RowBody(Row row, Map<Column, CellValue> cells, Location location, Boolean locked) {
  private static final Set<String> ALLOWED =
      Set.of(
          "cells",
          "expanded",
          "format",
          "locked",
          "toTop",
          "toBottom",
          "parentId",
          "siblingId",
          "above");
  private static final Set<String> READ_ONLY =
      Set.of(
          "accessLevel",
          "attachments",
          "columns",
          "conditionalFormat",
          "createdAt",
          "createdBy",
          "discussions",
          "filteredOut",
          "inCriticalPath",
          "lockedForUser",
          "modifiedAt",
          "modifiedBy",
          "permalink",
          "proofs",
          "rowNumber",
          "sheetId",
          "version");
  private static final Set<String> READ_ONLY_WHEN_NEW =
      with(READ_ONLY, "id", "indent", "outdent"); // [I] these are said to be for existing rows
  private static final Set<String> ALLOWED_WHEN_THERE = with(ALLOWED, "id", "indent", "outdent");

  /** A row to add. */
  static RowBody added(JsonNode json, CellReader reader, Rows rows) {
    Attributes.only(json, "row", ALLOWED, READ_ONLY_WHEN_NEW);
    if (!json.hasNonNull("cells")) {
      throw ErrorCode.ATTRIBUTE_MISSING.with("row.cells");
    }
    return read(null, json, reader, rows);
  }

  /** A row to change. */
  static RowBody changed(JsonNode json, CellReader reader, Rows rows, Ids ids) {
    Attributes.only(json, "row", ALLOWED_WHEN_THERE, READ_ONLY);
    Long id = Attributes.id(json, "id");
    if (id == null) {
      throw ErrorCode.ATTRIBUTE_MISSING.with("row.id");
    }
    Row row = rows.find(id).orElseThrow(() -> missing(id, ids));
    RowBody body = read(row, json, reader, rows);
    if (row.locked() && !Boolean.FALSE.equals(body.locked)) {
      throw ErrorCode.ROW_LOCKED.with();
    }
    if (json.size() < 2) {
      throw ErrorCode.ATTRIBUTE_MISSING.with("row.cells");
    }
    return body;
  }

  /** [I] A row that was there once answers 1006, an id that never was 1034. */
  private static ApiError missing(long id, Ids ids) {
    return ids.issued(id) ? ErrorCode.NOT_FOUND.with() : ErrorCode.ROW_INVALID.with();
  }

  private static RowBody read(Row row, JsonNode json, CellReader reader, Rows rows) {
    Location location = Location.of(json);
    location.check(rows);
    return new RowBody(
        row,
        reader.read(Attributes.array(json, "cells")),
        location,
        json.hasNonNull("locked") ? Attributes.flag(json, "locked") : null);
  }

  private static Set<String> with(Set<String> names, String... more) {
    Set<String> all = new HashSet<>(names);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }
}
