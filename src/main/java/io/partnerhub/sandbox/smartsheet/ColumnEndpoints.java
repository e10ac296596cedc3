package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.sim.SimAnswer;
import java.util.List;

/** Columns. */
final class ColumnEndpoints {
  private final Workspace workspace;

  ColumnEndpoints(Workspace workspace) {
    this.workspace = workspace;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/sheets/{sheetId}/columns", this::list),
        Route.write("POST", "/sheets/{sheetId}/columns", this::add),
        Route.read("/sheets/{sheetId}/columns/{columnId}", this::get),
        Route.write("PUT", "/sheets/{sheetId}/columns/{columnId}", this::change),
        Route.write("DELETE", "/sheets/{sheetId}/columns/{columnId}", this::delete));
  }

  private SimAnswer list(ApiCall call) {
    Sheet sheet = workspace.sheet(call.id("sheetId"));
    ReadOptions options = ReadOptions.of(call.request());
    Page page = Page.ofList(call.request(), workspace.settings());
    return workspace.read(
        sheet,
        () ->
            SimAnswer.json(
                200,
                page.listing(
                    sheet.columns().all(),
                    (json, column) -> shown(sheet, column, options).write(json))));
  }

  private SimAnswer get(ApiCall call) {
    Sheet sheet = workspace.sheet(call.id("sheetId"));
    ReadOptions options = ReadOptions.of(call.request());
    return workspace.read(
        sheet, () -> SimAnswer.json(200, Json.bytes(shown(sheet, column(sheet, call), options))));
  }

  private SimAnswer add(ApiCall call) {
    Sheet sheet = workspace.sheet(call.id("sheetId"));
    ReadOptions options = ReadOptions.of(call.request());
    JsonNode body = call.body();
    return workspace.write(
        List.of(sheet),
        () -> {
          List<Column> columns = writer(sheet, call).add(Json.items(body));
          return Answers.written(
              json -> {
                if (body.isArray()) {
                  json.writeStartArray();
                }
                for (Column column : columns) {
                  shown(sheet, column, options).write(json);
                }
                if (body.isArray()) {
                  json.writeEndArray();
                }
              },
              sheet.versions().current(),
              List.of());
        });
  }

  private SimAnswer change(ApiCall call) {
    Sheet sheet = workspace.sheet(call.id("sheetId"));
    ReadOptions options = ReadOptions.of(call.request());
    JsonNode body = call.body();
    return workspace.write(
        List.of(sheet),
        () -> {
          Column changed = writer(sheet, call).change(column(sheet, call), body);
          return Answers.written(
              shown(sheet, changed, options), sheet.versions().current(), List.of());
        });
  }

  private SimAnswer delete(ApiCall call) {
    Sheet sheet = workspace.sheet(call.id("sheetId"));
    return workspace.write(
        List.of(sheet),
        () -> {
          writer(sheet, call).delete(column(sheet, call));
          return Answers.success();
        });
  }

  private ColumnWriter writer(Sheet sheet, ApiCall call) {
    return new ColumnWriter(workspace, sheet, workspace.author(call));
  }

  private static Column column(Sheet sheet, ApiCall call) {
    return sheet.columns().find(call.id("columnId")).orElseThrow(() -> ErrorCode.NOT_FOUND.with());
  }

  private static Json.Content shown(Sheet sheet, Column column, ReadOptions options) {
    int index = sheet.columns().indexOf(column.id());
    return json -> ColumnJson.write(json, column, index, SheetJson.seen(column, options));
  }
}
