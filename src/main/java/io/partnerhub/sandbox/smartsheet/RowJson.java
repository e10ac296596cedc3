package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Shows rows of one sheet as a reader asked to see them. */
final class RowJson {
  private final Sheet sheet;
  private final ReadOptions options;
  private final List<Column> columns;

  RowJson(Sheet sheet, ReadOptions options) {
    this.sheet = sheet;
    this.options = options;
    this.columns = sheet.columns().all().stream().filter(options::shows).toList();
  }

  void write(JsonGenerator json, Row row) throws IOException {
    json.writeStartObject();
    json.writeNumberField("id", row.id());
    json.writeNumberField("sheetId", sheet.id());
    json.writeNumberField("rowNumber", row.number());
    if (row.parent() != null) {
      json.writeNumberField("parentId", row.parent().id());
    }
    Row sibling = sheet.rows().previousSibling(row).orElse(null);
    if (sibling != null) {
      json.writeNumberField("siblingId", sibling.id());
    }
    json.writeBooleanField("expanded", true);
    if (row.locked()) {
      json.writeBooleanField("locked", true);
    }
    json.writeStringField("createdAt", row.created().at());
    json.writeStringField("modifiedAt", row.modified().at());
    if (options.writerInfo()) {
      person(json, "createdBy", row.created().person());
      person(json, "modifiedBy", row.modified().person());
    }
    if (options.include().contains("rowPermalink")) {
      json.writeStringField("permalink", sheet.permalink() + "?rowId=" + row.id());
    }
    json.writeArrayFieldStart("cells");
    for (Column column : columns) {
      cell(json, row, column);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void cell(JsonGenerator json, Row row, Column column) throws IOException {
    CellValue shown = sheet.shown(row, column);
    if (shown == null && !options.emptyCells()) {
      return;
    }
    json.writeStartObject();
    json.writeNumberField("columnId", column.id());
    if (options.include().contains("columnType")) {
      json.writeStringField("columnType", seen(column).name());
    }
    if (shown != null) {
      value(json, shown, options);
    }
    if (column.formula() != null) {
      json.writeStringField("formula", column.formula());
    } else if (row.get(column) instanceof CellValue.Formula formula) {
      json.writeStringField("formula", formula.expression());
    } else if (row.get(column) instanceof CellValue.Linked linked) {
      hyperlink(json, linked.target());
    }
    json.writeEndObject();
  }

  private ColumnType seen(Column column) {
    return column.type().seenAt(options.level(), options.objectValues());
  }

  /** The fields that show a value: plain, as text for people, as an object. */
  static void value(JsonGenerator json, CellValue value, ReadOptions options) throws IOException {
    boolean object = options.objectValues() && options.level() >= value.level();
    if (value.level() == 0 || !object) {
      json.writeFieldName("value");
      value.writeValue(json);
    }
    if (value.displayed()) {
      json.writeStringField("displayValue", value.display());
    }
    if (object) {
      json.writeFieldName("objectValue");
      value.writeObject(json);
    } else if (options.objectValues()) {
      json.writeStringField("objectValue", value.display());
    }
  }

  static void person(JsonGenerator json, String name, Person person) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("email", person.email());
    json.writeStringField("name", person.name());
    json.writeEndObject();
  }

  private static void hyperlink(JsonGenerator json, Hyperlink target) throws IOException {
    json.writeObjectFieldStart("hyperlink");
    if (target.url() != null) {
      json.writeStringField("url", target.url());
    }
    if (target.sheetId() != null) {
      json.writeNumberField("sheetId", target.sheetId());
    }
    json.writeEndObject();
  }
}
