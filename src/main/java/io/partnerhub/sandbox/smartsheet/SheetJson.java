package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Shows a sheet with its columns and rows as a reader asked to see them. */
final class SheetJson {
  private final Sheet sheet;
  private final ReadOptions options;

  SheetJson(Sheet sheet, ReadOptions options) {
    this.sheet = sheet;
    this.options = options;
  }

  /**
   * The whole answer; only the version when nothing is newer than the reader knows.
   *
   * @param page empty for all rows
   */
  byte[] bytes(Optional<Page> page) {
    long version = sheet.versions().current();
    if (options.ifVersionAfter().filter(known -> known >= version).isPresent()) {
      return Json.object(json -> json.writeNumberField("version", version));
    }
    List<Row> rows = rows();
    List<Row> shown = page.isPresent() ? page.get().of(rows) : rows;
    return Json.object(json -> write(json, shown));
  }

  private void write(JsonGenerator json, List<Row> rows) throws IOException {
    json.writeNumberField("id", sheet.id());
    json.writeStringField("name", sheet.name());
    json.writeNumberField("version", sheet.versions().current());
    json.writeNumberField("totalRowCount", sheet.rows().size());
    json.writeStringField("accessLevel", "OWNER");
    json.writeBooleanField("ganttEnabled", false);
    json.writeBooleanField("dependenciesEnabled", false);
    json.writeStringField("permalink", sheet.permalink());
    json.writeStringField("createdAt", sheet.created().at());
    json.writeStringField("modifiedAt", sheet.modified().at());
    columns(json, sheet, options);
    RowJson rowJson = new RowJson(sheet, options);
    json.writeArrayFieldStart("rows");
    for (Row row : rows) {
      rowJson.write(json, row);
    }
    json.writeEndArray();
  }

  private List<Row> rows() {
    if (options.modifiedSinceSecond().isPresent()) {
      List<Row> changed = sheet.rows().changedSince(options.modifiedSinceSecond().get());
      return changed.stream().filter(options::wants).toList();
    }
    if (options.rowIds().isPresent()) {
      return options.rowIds().get().stream()
          .map(id -> sheet.rows().find(id).orElse(null))
          .filter(Objects::nonNull)
          .filter(options::wants)
          .sorted(Comparator.comparingInt(Row::number))
          .toList();
    }
    List<Row> all = sheet.rows().all();
    return options.rowNumbers().isPresent() ? all.stream().filter(options::wants).toList() : all;
  }

  /** The field {@code columns}. */
  static void columns(JsonGenerator json, Sheet sheet, ReadOptions options) throws IOException {
    json.writeArrayFieldStart("columns");
    int index = 0;
    for (Column column : sheet.columns().all()) {
      if (options.shows(column)) {
        ColumnJson.write(json, column, index, seen(column, options));
      }
      index++;
    }
    json.writeEndArray();
  }

  static ColumnType seen(Column column, ReadOptions options) {
    return column.type().seenAt(options.level(), options.objectValues());
  }
}
