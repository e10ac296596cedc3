package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Shows columns as a reader of a level sees them. */
final class ColumnJson {

  private ColumnJson() {}

  static void write(JsonGenerator json, Column column, int index, ColumnType seen)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("id", column.id());
    json.writeNumberField("version", column.type().level());
    json.writeNumberField("index", index);
    json.writeStringField("title", column.title());
    json.writeStringField("type", seen.name());
    if (column.primary()) {
      json.writeBooleanField("primary", true);
    }
    options(json, column);
    json.writeBooleanField("validation", column.validation());
    json.writeNumberField("width", column.width());
    if (column.locked()) {
      json.writeBooleanField("locked", true);
      json.writeBooleanField("lockedForUser", true);
    }
    if (column.hidden()) {
      json.writeBooleanField("hidden", true);
    }
    if (column.formula() != null) {
      json.writeStringField("formula", column.formula());
    }
    if (column.system() != null) {
      json.writeStringField("systemColumnType", column.system().name());
    }
    if (column.format() != null) {
      json.writeObjectFieldStart("autoNumberFormat");
      json.writeStringField("prefix", column.format().prefix());
      json.writeStringField("fill", column.format().fill());
      json.writeStringField("suffix", column.format().suffix());
      json.writeNumberField("startingNumber", column.format().startingNumber());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void options(JsonGenerator json, Column column) throws IOException {
    if (column.options().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("options");
    for (String option : column.options()) {
      json.writeString(option);
    }
    json.writeEndArray();
  }
}
