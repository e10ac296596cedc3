package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** Reads a column that a client defines or changes. */
final class ColumnBody {
  private static final int LONGEST_TITLE = 50;
  private static final int USUAL_WIDTH = 150;
  private static final Set<String> ALLOWED =
      Set.of(
          "title",
          "type",
          "primary",
          "index",
          "options",
          "contactOptions",
          "symbol",
          "formula",
          "systemColumnType",
          "autoNumberFormat",
          "width",
          "validation",
          "locked",
          "hidden",
          "description",
          "version",
          "format",
          "tags");
  private static final Set<String> READ_ONLY = Set.of("id", "lockedForUser");

  private ColumnBody() {}

  /** A new column; a new column needs a title and a type. */
  static Column added(JsonNode json, long id, int slot) {
    if (!json.hasNonNull("title")) {
      throw ErrorCode.ATTRIBUTE_MISSING.with("column.title");
    }
    if (!json.hasNonNull("type")) {
      throw ErrorCode.ATTRIBUTE_MISSING.with("column.type");
    }
    Column blank =
        new Column(
            id,
            slot,
            "",
            ColumnType.TEXT_NUMBER,
            null,
            null,
            false,
            false,
            false,
            USUAL_WIDTH,
            false,
            null,
            List.of());
    return changed(json, blank);
  }

  /** A column with what the client changes of it. */
  static Column changed(JsonNode json, Column old) {
    Attributes.only(json, "column", ALLOWED, READ_ONLY);
    if (!json.has("type") && (json.has("options") || json.has("systemColumnType"))) {
      throw ErrorCode.TYPE_REQUIRED.with();
    }
    SystemColumnType system = system(json, old);
    ColumnType type = type(json, old, system);
    List<String> options = json.has("options") ? Attributes.texts(json, "options") : old.options();
    if (json.has("options") && !options.isEmpty() && !type.hasOptions()) {
      throw ErrorCode.OPTIONS_NOT_ALLOWED.with(type);
    }
    return new Column(
        old.id(),
        old.slot(),
        title(json, old),
        type,
        system,
        format(json, old, system),
        Attributes.flag(json, "primary", old.primary()),
        Attributes.flag(json, "locked", old.locked()),
        Attributes.flag(json, "hidden", old.hidden()),
        json.path("width").asInt(old.width()),
        Attributes.flag(json, "validation", old.validation()),
        json.has("formula") ? Attributes.text(json, "formula") : old.formula(),
        type.hasOptions() ? options : List.of());
  }

  private static String title(JsonNode json, Column old) {
    String title = json.hasNonNull("title") ? Attributes.text(json, "title") : old.title();
    if (title.length() > LONGEST_TITLE) {
      throw ErrorCode.TOO_LONG.with("column.title", LONGEST_TITLE, title.length());
    }
    return title;
  }

  private static SystemColumnType system(JsonNode json, Column old) {
    String name = Attributes.text(json, "systemColumnType");
    if (name == null) {
      return json.has("type") ? null : old.system();
    }
    return SystemColumnType.named(name)
        .orElseThrow(() -> ErrorCode.ATTRIBUTE_INVALID.with(name, "column.systemColumnType"));
  }

  private static ColumnType type(JsonNode json, Column old, SystemColumnType system) {
    String name = Attributes.text(json, "type");
    if (name == null) {
      return old.type();
    }
    ColumnType type =
        ColumnType.named(name)
            .orElseThrow(() -> ErrorCode.ATTRIBUTE_INVALID.with(name, "column.type"));
    if (system != null && system.type() != type) {
      throw ErrorCode.SYSTEM_COLUMN_TYPE.with(type, system);
    }
    if (system == null && type == ColumnType.DATETIME) {
      throw ErrorCode.SYSTEM_TYPE_ONLY.with();
    }
    if (type == ColumnType.ABSTRACT_DATETIME) {
      throw ErrorCode.TYPE_RESERVED.with(type);
    }
    return type;
  }

  private static Column.AutoNumberFormat format(
      JsonNode json, Column old, SystemColumnType system) {
    if (system != SystemColumnType.AUTO_NUMBER) {
      return null;
    }
    JsonNode format = json.path("autoNumberFormat");
    if (!format.isObject()) {
      return old.format() == null ? Column.AutoNumberFormat.PLAIN : old.format();
    }
    return new Column.AutoNumberFormat(
        format.path("prefix").asText(""),
        format.path("fill").asText(""),
        format.path("suffix").asText(""),
        format.path("startingNumber").asLong(1));
  }
}
