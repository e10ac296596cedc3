package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.sim.SimAnswer;
import io.partnerhub.sandbox.sim.SimRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
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
 * POST   drag        {sheet, row or rows, parent, by}      beneath a row's id; no parent: to the bottom
 * POST   lock        {sheet, row, locked}
 * POST   column      {sheet, column, set: {title, type, options, locked, formula}}
 * DELETE column      {sheet, column}
 * POST   token       {expired}
 * POST   settings    {requestsPerMinute, listLagMillis, writeTakesMillis, newSheetHiddenMillis,
 *                     emptyPagePastEnd, totalsUnknown, collisionsAsMissingId, placesUnstamped}
 * POST   refuse      {row or key, errorCode, message, times}           DELETE refuse
 * POST   automation  {sheet, column, action, argument, by, delayMillis}
 * DELETE automation  {sheet}
 * GET    hooks                                             POST hooks/settings, see HookCommands
 * POST   hooks/state {hook, status, told}                  POST hooks/access   {sheet, visible}
 * </pre>
 */
final class Commands {
  private static final String PREFIX = "/__sim/";
  private static final int MOST_SEEDED = 20_000;

  private final Desk desk;
  private final Controls controls;
  private final HookControls hooks;

  Commands(Desk desk, Controls controls, HookControls hooks) {
    this.hooks = hooks;
    this.desk = desk;
    this.controls = controls;
  }

  SimAnswer answer(SimRequest request) {
    String command = request.method() + " " + request.path().substring(PREFIX.length());
    CommandBody body = CommandBody.of(request);
    if (command.contains(HookCommands.PREFIX)) {
      return SimAnswer.json(200, new HookCommands(hooks).run(command, body));
    }
    return SimAnswer.json(200, result(command, request, body));
  }

  private Object result(String command, SimRequest request, CommandBody body) {
    return switch (command) {
      case "GET state" -> state(request);
      case "POST sheets" -> Map.of("id", desk.createSheet(body.json()));
      case "POST rows" -> Map.of("id", desk.addRow(body.sheet(), body.cells(), body.by()));
      case "POST seed" -> Map.of("ids", seed(body));
      case "POST edit" -> done(() -> desk.edit(body.sheet(), body.row(), body.cells(), body.by()));
      case "POST delete" -> done(() -> desk.deleteRows(body.sheet(), body.rows(), body.by()));
      case "POST drag" ->
          done(() -> desk.drag(body.sheet(), body.rows(), body.parent(), body.by()));
      case "POST sort" ->
          done(
              () ->
                  desk.sort(
                      body.sheet(),
                      body.text("column"),
                      body.json().path("descending").asBoolean(),
                      body.by()));
      case "POST lock" ->
          done(
              () ->
                  desk.lockRow(
                      body.sheet(),
                      body.row(),
                      body.json().path("locked").asBoolean(true),
                      body.by()));
      case "POST column" ->
          done(
              () ->
                  desk.changeColumn(body.sheet(), body.text("column"), body.map("set"), body.by()));
      case "DELETE column" ->
          done(() -> desk.deleteColumn(body.sheet(), body.text("column"), body.by()));
      default -> control(command, body);
    };
  }

  private Object control(String command, CommandBody body) {
    return switch (command) {
      case "POST token" ->
          done(() -> controls.tokenExpired(body.json().path("expired").asBoolean(true)));
      case "POST settings" -> done(() -> settings(body));
      case "POST refuse" -> done(() -> refuse(body));
      case "DELETE refuse" -> done(controls::refuseNothing);
      case "POST automation" -> done(() -> automate(body));
      case "DELETE automation" -> done(() -> controls.automateNothing(body.sheet()));
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
      sheets.add(
          Map.of(
              "id",
              desk.sheetId(name),
              "name",
              name,
              "version",
              desk.version(name),
              "rows",
              desk.rows(name)));
    }
    return Map.of("sheets", sheets);
  }

  /** Rows of one pattern: {@code {n}} becomes the number of the row. */
  private List<Long> seed(CommandBody body) {
    int count = body.json().path("count").asInt();
    if (count < 1 || count > MOST_SEEDED) {
      throw new IllegalArgumentException("\"count\" must be from 1 to " + MOST_SEEDED);
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int n = 1; n <= count; n++) {
      String number = Integer.toString(n);
      Map<String, Object> row = body.cells();
      row.replaceAll((title, v) -> v instanceof String text ? text.replace("{n}", number) : v);
      rows.add(row);
    }
    return desk.addRows(body.sheet(), rows, body.by());
  }

  private void settings(CommandBody body) {
    Settings settings = controls.settings();
    for (Iterator<String> names = body.json().fieldNames(); names.hasNext(); ) {
      String name = names.next();
      JsonNode value = body.json().get(name);
      switch (name) {
        case "requestsPerMinute" -> settings.requestsPerMinute(body.number(name));
        case "listLagMillis" -> settings.listLag(Duration.ofMillis(body.number(name)));
        case "writeTakesMillis" -> settings.writeTakes(Duration.ofMillis(body.number(name)));
        case "newSheetHiddenMillis" ->
            settings.newSheetHidden(Duration.ofMillis(body.number(name)));
        case "totalsUnknown" -> settings.totalsUnknown(value.asBoolean());
        case "collisionsAsMissingId" -> settings.collisionsAsMissingId(value.asBoolean());
        case "placesUnstamped" -> settings.placesUnstamped(value.asBoolean());
        case "emptyPagePastEnd" -> settings.emptyPagePastEnd(value.asBoolean());
        default -> throw new IllegalArgumentException("there is no setting \"" + name + "\"");
      }
    }
  }

  private void refuse(CommandBody body) {
    int code = body.json().path("errorCode").asInt();
    String message = body.json().path("message").asText("Refused on command.");
    Integer times = body.json().hasNonNull("times") ? body.json().get("times").asInt() : null;
    if (body.json().hasNonNull("row")) {
      controls.refuseRow(body.json().get("row").asLong(), code, message, times);
    } else {
      controls.refuseKey(body.text("key"), code, message, times);
    }
  }

  private void automate(CommandBody body) {
    String column = body.text("column");
    String action = body.text("action");
    String argument = body.json().path("argument").asText("");
    if (body.json().hasNonNull("by")) {
      Duration delay = Duration.ofMillis(body.json().path("delayMillis").asLong());
      controls.automateLater(body.sheet(), column, action, argument, body.by(), delay);
    } else {
      controls.automate(body.sheet(), column, action, argument);
    }
  }

  private static Map<String, Boolean> done(Runnable work) {
    work.run();
    return Map.of("done", true);
  }
}
