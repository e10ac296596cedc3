package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.sim.SimAnswer;
import io.partnerhub.sandbox.sim.SimRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@link Desk} and {@link Controls} over HTTP, under {@code /__sim/}. Each body is one JSON object;
 * {@code sheet} is a name or an id, a row is {@code row} (id) or {@code keyColumn} with {@code
 * key}.
 *
 * <pre>
 * GET    state?sheet=               sheets with their rows, cells by title
 * POST   sheets      {name, columns}                       POST seed  {sheet, count, cells}
 * POST   rows        {sheet, cells, by}                    POST edit  {sheet, row, cells, by}
 * POST   delete      {sheet, row or rows, by}              POST sort  {sheet, column, descending}
 * POST   lock        {sheet, row, locked}
 * POST   column      {sheet, column, set: {title, type, options, locked, formula}}
 * DELETE column      {sheet, column}
 * POST   token       {expired}
 * POST   settings    {requestsPerMinute, listLagMillis, writeTakesMillis, newSheetHiddenMillis,
 *                     emptyPagePastEnd, totalsUnknown, collisionsAsMissingId}
 * POST   refuse      {row or key, errorCode, message, times}           DELETE refuse
 * POST   automation  {sheet, column, action, argument, by, delayMillis}
 * DELETE automation  {sheet}
 * </pre>
 */
final class Commands {
  private static final String PREFIX = "/__sim/";
  private static final String ANYBODY = "ann@example.com";
  private static final int MOST_SEEDED = 20_000;

  private final Desk desk;
  private final Controls controls;

  Commands(Desk desk, Controls controls) {
    this.desk = desk;
    this.controls = controls;
  }

  SimAnswer answer(SimRequest request) {
    String command = request.method() + " " + request.path().substring(PREFIX.length());
    JsonNode body = body(request);
    return SimAnswer.json(200, result(command, request, body));
  }

  private Object result(String command, SimRequest request, JsonNode body) {
    return switch (command) {
      case "GET state" -> state(request);
      case "POST sheets" -> Map.of("id", desk.createSheet(body));
      case "POST rows" -> Map.of("id", desk.addRow(sheet(body), cells(body), by(body)));
      case "POST seed" -> Map.of("ids", seed(body));
      case "POST edit" -> done(() -> desk.edit(sheet(body), row(body), cells(body), by(body)));
      case "POST delete" -> done(() -> desk.deleteRows(sheet(body), rows(body), by(body)));
      case "POST sort" ->
          done(
              () ->
                  desk.sort(
                      sheet(body),
                      text(body, "column"),
                      body.path("descending").asBoolean(),
                      by(body)));
      case "POST lock" ->
          done(
              () ->
                  desk.lockRow(
                      sheet(body), row(body), body.path("locked").asBoolean(true), by(body)));
      case "POST column" ->
          done(
              () ->
                  desk.changeColumn(
                      sheet(body), text(body, "column"), map(body.path("set")), by(body)));
      case "DELETE column" ->
          done(() -> desk.deleteColumn(sheet(body), text(body, "column"), by(body)));
      default -> control(command, body);
    };
  }

  private Object control(String command, JsonNode body) {
    return switch (command) {
      case "POST token" -> done(() -> controls.tokenExpired(body.path("expired").asBoolean(true)));
      case "POST settings" -> done(() -> settings(body));
      case "POST refuse" -> done(() -> refuse(body));
      case "DELETE refuse" -> done(controls::refuseNothing);
      case "POST automation" -> done(() -> automate(body));
      case "DELETE automation" -> done(() -> controls.automateNothing(sheet(body)));
      default ->
          throw new IllegalArgumentException(
              "unknown command: " + command + "; see the commands of the Smartsheet simulator");
    };
  }

  private Object state(SimRequest request) {
    List<String> names =
        request
            .parameter("sheet")
            .map(List::of)
            .orElseGet(() -> List.copyOf(desk.sheets().keySet()));
    List<Object> sheets = new ArrayList<>();
    for (String name : names) {
      sheets.add(Map.of("name", name, "version", desk.version(name), "rows", desk.rows(name)));
    }
    return Map.of("sheets", sheets);
  }

  /** Rows of one pattern: {@code {n}} becomes the number of the row. */
  private List<Long> seed(JsonNode body) {
    int count = body.path("count").asInt();
    if (count < 1 || count > MOST_SEEDED) {
      throw new IllegalArgumentException("\"count\" must be from 1 to " + MOST_SEEDED);
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int n = 1; n <= count; n++) {
      String number = Integer.toString(n);
      Map<String, Object> row = cells(body);
      row.replaceAll((title, v) -> v instanceof String text ? text.replace("{n}", number) : v);
      rows.add(row);
    }
    return desk.addRows(sheet(body), rows, by(body));
  }

  private void settings(JsonNode body) {
    Settings settings = controls.settings();
    for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      JsonNode value = body.get(name);
      switch (name) {
        case "requestsPerMinute" -> settings.requestsPerMinute(value.asInt());
        case "listLagMillis" -> settings.listLag(Duration.ofMillis(value.asLong()));
        case "writeTakesMillis" -> settings.writeTakes(Duration.ofMillis(value.asLong()));
        case "newSheetHiddenMillis" -> settings.newSheetHidden(Duration.ofMillis(value.asLong()));
        case "totalsUnknown" -> settings.totalsUnknown(value.asBoolean());
        case "collisionsAsMissingId" -> settings.collisionsAsMissingId(value.asBoolean());
        case "emptyPagePastEnd" -> settings.emptyPagePastEnd(value.asBoolean());
        default -> throw new IllegalArgumentException("there is no setting \"" + name + "\"");
      }
    }
  }

  private void refuse(JsonNode body) {
    int code = body.path("errorCode").asInt();
    String message = body.path("message").asText("Refused on command.");
    Integer times = body.hasNonNull("times") ? body.get("times").asInt() : null;
    if (body.hasNonNull("row")) {
      controls.refuseRow(body.get("row").asLong(), code, message, times);
    } else {
      controls.refuseKey(text(body, "key"), code, message, times);
    }
  }

  private void automate(JsonNode body) {
    String column = text(body, "column");
    String action = text(body, "action");
    String argument = body.path("argument").asText("");
    if (body.hasNonNull("by")) {
      Duration delay = Duration.ofMillis(body.path("delayMillis").asLong());
      controls.automateLater(sheet(body), column, action, argument, by(body), delay);
    } else {
      controls.automate(sheet(body), column, action, argument);
    }
  }

  private static List<RowRef> rows(JsonNode body) {
    List<RowRef> rows = new ArrayList<>();
    body.path("rows").forEach(id -> rows.add(RowRef.id(id.asLong())));
    if (rows.isEmpty()) {
      rows.add(row(body));
    }
    return rows;
  }

  private static RowRef row(JsonNode body) {
    return body.hasNonNull("row")
        ? RowRef.id(body.get("row").asLong())
        : RowRef.key(text(body, "keyColumn"), text(body, "key"));
  }

  private static String sheet(JsonNode body) {
    return text(body, "sheet");
  }

  private static String by(JsonNode body) {
    return body.path("by").asText(ANYBODY);
  }

  private static Map<String, Object> cells(JsonNode body) {
    return map(body.path("cells"));
  }

  private static Map<String, Object> map(JsonNode object) {
    Map<String, Object> map = new LinkedHashMap<>();
    object.properties().forEach(field -> map.put(field.getKey(), plain(field.getValue())));
    return map;
  }

  private static Object plain(JsonNode value) {
    return value.isTextual() ? value.textValue() : value;
  }

  private static String text(JsonNode body, String name) {
    if (!body.hasNonNull(name)) {
      throw new IllegalArgumentException("the command needs \"" + name + "\"");
    }
    return body.get(name).asText();
  }

  private static JsonNode body(SimRequest request) {
    try {
      return request.body().length == 0 ? Json.tree(Map.of()) : Json.body(request.body());
    } catch (ApiError e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static Map<String, Boolean> done(Runnable work) {
    work.run();
    return Map.of("done", true);
  }
}
