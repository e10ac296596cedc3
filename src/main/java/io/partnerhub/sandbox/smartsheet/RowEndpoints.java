package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.sim.SimAnswer;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Rows and the history of their cells. */
final class RowEndpoints {
  private static final int HISTORY_WEIGHT = 10;
  private static final int MOST_MOVED = 5_000;

  private final Workspace workspace;

  RowEndpoints(Workspace workspace) {
    this.workspace = workspace;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/sheets/{sheetId}/rows/{rowId}", this::get),
        Route.write("POST", "/sheets/{sheetId}/rows", this::add),
        Route.write("PUT", "/sheets/{sheetId}/rows", this::update),
        Route.write("DELETE", "/sheets/{sheetId}/rows", this::delete),
        Route.write("POST", "/sheets/{sheetId}/rows/move", this::move),
        Route.read("/sheets/{sheetId}/rows/{rowId}/columns/{columnId}/history", this::history)
            .weighing(HISTORY_WEIGHT));
  }

  private SimAnswer get(ApiCall call) {
    Sheet sheet = workspace.sheet(call.id("sheetId"));
    ReadOptions options = ReadOptions.of(call.request());
    return workspace.read(
        sheet,
        () -> {
          Row row = row(sheet, call);
          byte[] body = Json.bytes(json -> new RowJson(sheet, options).write(json, row));
          return SimAnswer.json(200, body);
        });
  }

  private SimAnswer add(ApiCall call) {
    return write(call, (writer, items) -> writer.add(items, call.flag("allowPartialSuccess")));
  }

  private SimAnswer update(ApiCall call) {
    return write(call, (writer, items) -> writer.update(items, call.flag("allowPartialSuccess")));
  }

  private interface Work {
    RowWriter.Written on(RowWriter writer, List<JsonNode> items);
  }

  private SimAnswer write(ApiCall call, Work work) {
    Sheet sheet = workspace.sheet(call.id("sheetId"));
    ReadOptions options = ReadOptions.of(call.request());
    JsonNode body = call.body();
    List<JsonNode> items = Json.items(body);
    return workspace.write(
        List.of(sheet),
        () -> {
          RowWriter writer = new RowWriter(workspace, sheet, workspace.author(call));
          RowWriter.Written written = work.on(writer, items);
          return Answers.written(
              json -> rows(json, new RowJson(sheet, options), written.rows(), body.isArray()),
              sheet.versions().current(),
              written.failures());
        });
  }

  private static void rows(JsonGenerator json, RowJson shown, List<Row> rows, boolean array)
      throws IOException {
    if (array || rows.isEmpty()) {
      json.writeStartArray();
    }
    for (Row row : rows) {
      shown.write(json, row);
    }
    if (array || rows.isEmpty()) {
      json.writeEndArray();
    }
  }

  private SimAnswer delete(ApiCall call) {
    Sheet sheet = workspace.sheet(call.id("sheetId"));
    Set<Long> ids =
        ReadOptions.numbers(call.request(), "ids")
            .orElseThrow(() -> ErrorCode.PARAMETER_MISSING.with("ids"));
    return workspace.write(
        List.of(sheet),
        () -> {
          RowWriter writer = new RowWriter(workspace, sheet, workspace.author(call));
          List<Row> gone = writer.delete(List.copyOf(ids), call.flag("ignoreRowsNotFound"));
          return Answers.written(json -> ids(json, gone), sheet.versions().current(), List.of());
        });
  }

  private static void ids(JsonGenerator json, List<Row> rows) throws IOException {
    json.writeStartArray();
    for (Row row : rows) {
      json.writeNumber(row.id());
    }
    json.writeEndArray();
  }

  private SimAnswer move(ApiCall call) {
    Sheet from = workspace.sheet(call.id("sheetId"));
    JsonNode body = call.body();
    Attributes.only(body, "directive", Set.of("rowIds", "to"), Set.of());
    List<Long> ids = Attributes.ids(body, "rowIds");
    Long target = Attributes.id(body.path("to"), "sheetId");
    if (ids.isEmpty() || target == null) {
      throw ErrorCode.ATTRIBUTE_MISSING.with(ids.isEmpty() ? "rowIds" : "to.sheetId");
    }
    if (ids.size() > MOST_MOVED) {
      throw ErrorCode.MAX_COUNT.with("rowIds");
    }
    if (target == from.id()) {
      throw ErrorCode.SAME_SHEET.with();
    }
    Sheet to = workspace.sheet(target);
    List<Sheet> both = Stream.of(from, to).sorted(Comparator.comparingLong(Sheet::id)).toList();
    Map<Row, Row> moved =
        workspace.write(
            both,
            () ->
                new RowMover(workspace, from, to, workspace.author(call))
                    .move(ids, call.flag("ignoreRowsNotFound")));
    return SimAnswer.json(200, Json.object(json -> mappings(json, to, moved)));
  }

  private static void mappings(JsonGenerator json, Sheet to, Map<Row, Row> moved)
      throws IOException {
    json.writeNumberField("destinationSheetId", to.id());
    json.writeArrayFieldStart("rowMappings");
    for (Map.Entry<Row, Row> each : moved.entrySet()) {
      json.writeStartObject();
      json.writeNumberField("from", each.getKey().id());
      json.writeNumberField("to", each.getValue().id());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private SimAnswer history(ApiCall call) {
    Sheet sheet = workspace.sheet(call.id("sheetId"));
    ReadOptions options = ReadOptions.of(call.request());
    Page page = Page.ofList(call.request(), workspace.settings());
    return workspace.read(
        sheet,
        () -> {
          Row row = row(sheet, call);
          Column column =
              sheet
                  .columns()
                  .find(call.id("columnId"))
                  .orElseThrow(() -> ErrorCode.NOT_FOUND.with());
          return SimAnswer.json(
              200,
              page.listing(
                  row.history(column), (json, change) -> change(json, column, change, options)));
        });
  }

  private static void change(
      JsonGenerator json, Column column, Row.CellChange change, ReadOptions options)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("columnId", column.id());
    if (change.value() != null) {
      RowJson.value(json, change.value(), options);
    }
    json.writeStringField("modifiedAt", change.author().at());
    RowJson.person(json, "modifiedBy", change.author().person());
    json.writeEndObject();
  }

  private static Row row(Sheet sheet, ApiCall call) {
    return sheet.rows().find(call.id("rowId")).orElseThrow(() -> ErrorCode.NOT_FOUND.with());
  }
}
