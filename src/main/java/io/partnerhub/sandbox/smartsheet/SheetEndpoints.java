package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.sim.SimAnswer;
import java.io.IOException;
import java.util.List;

/** Users and sheets. */
final class SheetEndpoints {
  private final Workspace workspace;

  SheetEndpoints(Workspace workspace) {
    this.workspace = workspace;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/users/me", this::me),
        Route.read("/sheets", this::list),
        Route.write("POST", "/sheets", this::create),
        Route.read("/sheets/{sheetId}", this::get),
        Route.write("DELETE", "/sheets/{sheetId}", this::delete),
        Route.read("/sheets/{sheetId}/version", this::version));
  }

  private SimAnswer me(ApiCall call) {
    Person person = call.caller();
    String[] names = person.name().split(" ", 2);
    return SimAnswer.json(
        200,
        Json.object(
            json -> {
              json.writeNumberField("id", person.id());
              json.writeStringField("email", person.email());
              json.writeStringField("firstName", names[0]);
              json.writeStringField("lastName", names.length > 1 ? names[1] : "");
              json.writeStringField("locale", "en_US");
              json.writeStringField("timeZone", "UTC");
              json.writeBooleanField("admin", false);
              json.writeBooleanField("licensedSheetCreator", true);
            }));
  }

  private SimAnswer list(ApiCall call) {
    boolean versions = ReadOptions.of(call.request()).include().contains("sheetVersion");
    Page page = Page.ofList(call.request(), workspace.settings());
    byte[] body =
        page.listing(
            List.copyOf(workspace.sheets()), (json, sheet) -> listed(json, sheet, versions));
    return SimAnswer.json(200, body);
  }

  private void listed(JsonGenerator json, Sheet sheet, boolean version) throws IOException {
    long lag = workspace.settings().listLag().toMillis();
    Listed shown =
        workspace.read(
            sheet,
            () -> new Listed(sheet.versions().listed(workspace.millis(), lag), sheet.modified()));
    json.writeStartObject();
    json.writeNumberField("id", sheet.id());
    json.writeStringField("name", sheet.name());
    if (version) {
      json.writeNumberField("version", shown.version());
    }
    json.writeStringField("accessLevel", "OWNER");
    json.writeStringField("permalink", sheet.permalink());
    json.writeStringField("createdAt", sheet.created().at());
    json.writeStringField("modifiedAt", shown.modified().at());
    json.writeEndObject();
  }

  private record Listed(long version, Author modified) {}

  private SimAnswer get(ApiCall call) {
    Sheet sheet = workspace.sheet(call.id("sheetId"));
    ReadOptions options = ReadOptions.of(call.request());
    SheetJson view = new SheetJson(sheet, options);
    return SimAnswer.json(
        200,
        workspace.read(sheet, () -> view.bytes(Page.ofRows(call.request(), workspace.settings()))));
  }

  private SimAnswer version(ApiCall call) {
    Sheet sheet = workspace.sheet(call.id("sheetId"));
    long version = workspace.read(sheet, () -> sheet.versions().current());
    return SimAnswer.json(200, Json.object(json -> json.writeNumberField("version", version)));
  }

  private SimAnswer create(ApiCall call) {
    JsonNode body = call.body();
    Sheet sheet = SheetMaker.make(workspace, body, workspace.author(call));
    return Answers.success(
        json -> {
          json.writeStartObject();
          json.writeNumberField("id", sheet.id());
          json.writeStringField("name", sheet.name());
          json.writeStringField("accessLevel", "OWNER");
          json.writeStringField("permalink", sheet.permalink());
          SheetJson.columns(json, sheet, ReadOptions.of(call.request()));
          json.writeEndObject();
        });
  }

  private SimAnswer delete(ApiCall call) {
    workspace.remove(workspace.sheet(call.id("sheetId")));
    return Answers.success();
  }
}
