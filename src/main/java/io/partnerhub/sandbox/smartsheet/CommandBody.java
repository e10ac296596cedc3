package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.sim.SimRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a command says; what it lacks is an {@link IllegalArgumentException}. */
record CommandBody(JsonNode json) {
  private static final String ANYBODY = "ann@example.com";

  static CommandBody of(SimRequest request) {
    try {
      return new CommandBody(
          request.body().length == 0 ? Json.tree(Map.of()) : Json.body(request.body()));
    } catch (ApiError e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  String sheet() {
    return text("sheet");
  }

  /** The e-mail of whoever does it; somebody when it is not said. */
  String by() {
    return json.path("by").asText(ANYBODY);
  }

  Map<String, Object> cells() {
    return map("cells");
  }

  RowRef row() {
    return json.hasNonNull("row")
        ? RowRef.id(json.get("row").asLong())
        : RowRef.key(text("keyColumn"), text("key"));
  }

  /** The ids in {@code rows}, else the one row. */
  List<RowRef> rows() {
    List<RowRef> rows = new ArrayList<>();
    json.path("rows").forEach(id -> rows.add(RowRef.id(id.asLong())));
    return rows.isEmpty() ? List.of(row()) : rows;
  }

  /** The row to put others beneath; null when it is not said. */
  RowRef parent() {
    return json.hasNonNull("parent") ? RowRef.id(json.get("parent").asLong()) : null;
  }

  Map<String, Object> map(String name) {
    if (!json.path(name).isObject()) {
      throw new IllegalArgumentException(
          "the command needs \"" + name + "\": an object of names and values");
    }
    Map<String, Object> map = new LinkedHashMap<>();
    json.path(name).properties().forEach(field -> map.put(field.getKey(), plain(field.getValue())));
    return map;
  }

  /** A count, or a time in milliseconds. */
  int number(String name) {
    JsonNode number = json.path(name);
    if (!number.isInt() || number.asInt() < 0) {
      throw new IllegalArgumentException("\"" + name + "\" must be a whole number, not negative");
    }
    return number.asInt();
  }

  String text(String name) {
    if (!json.hasNonNull(name)) {
      throw new IllegalArgumentException("the command needs \"" + name + "\"");
    }
    return json.get(name).asText();
  }

  private static Object plain(JsonNode value) {
    return value.isTextual() ? value.textValue() : value;
  }
}
