package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnerhub.SettableClock;
import io.partnerhub.sandbox.sim.SimulatorServer;
import io.partnerhub.sandbox.smartsheet.SheetPlan.ColumnPlan;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A running simulator with one sheet that has a column of each kind, and a plain HTTP client. */
final class Tracker implements AutoCloseable {
  static final String TOKEN = "hub-token";
  static final String HUB = "partner-hub@example.com";
  static final String NAME = "Partner tracker";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  final SettableClock clock = new SettableClock("2026-01-05T10:00:00Z");
  final SmartsheetService service = new SmartsheetService(clock, 7, TOKEN, HUB);
  final SimulatorServer server = SimulatorServer.start(service, 0);
  final HttpClient http = HttpClient.newHttpClient();
  final long sheetId =
      service
          .desk()
          .createSheet(
              new SheetPlan(
                  NAME,
                  List.of(
                      ColumnPlan.primary("Code"),
                      ColumnPlan.text("Title"),
                      ColumnPlan.of("Start", "DATE"),
                      ColumnPlan.of("Live", "CHECKBOX"),
                      ColumnPlan.of("Owner", "CONTACT_LIST"),
                      ColumnPlan.of("Status", "PICKLIST", "New", "Active"),
                      ColumnPlan.of("Regions", "MULTI_PICKLIST", "EU", "US", "APAC"),
                      ColumnPlan.text("Sealed").asLocked(),
                      ColumnPlan.formula("Copy", "=[Title]@row"),
                      ColumnPlan.system("Changed by", "MODIFIED_BY"))));

  /** An answer; the body is missing when it is not JSON. */
  record Answer(int status, JsonNode body, String text) {
    int code() {
      return body.path("errorCode").asInt();
    }

    long version() {
      return body.path("version").asLong();
    }

    JsonNode result() {
      return body.path("result");
    }
  }

  String sheet() {
    return "/sheets/" + sheetId;
  }

  long column(String title) {
    for (JsonNode column : get(sheet() + "/columns").body().get("data")) {
      if (column.get("title").asText().equals(title)) {
        return column.get("id").asLong();
      }
    }
    throw new IllegalArgumentException(title);
  }

  /** A cell in JSON; {@code json} is its value as it stands in the body. */
  String cell(String title, String json) {
    return String.format(Locale.ROOT, "{\"columnId\":%d,\"value\":%s}", column(title), json);
  }

  /** A row to add at the bottom, in JSON. */
  static String row(String... cells) {
    return "{\"toBottom\":true,\"cells\":[" + String.join(",", cells) + "]}";
  }

  /** A row to change, in JSON. */
  static String row(long id, String... cells) {
    return "{\"id\":" + id + ",\"cells\":[" + String.join(",", cells) + "]}";
  }

  long added(String code) {
    return service.desk().addRow(NAME, Map.of("Code", code), "ann@example.com");
  }

  /** The cell of a row in an answer of the API. */
  JsonNode cellOf(JsonNode row, String title) {
    long id = column(title);
    for (JsonNode cell : row.get("cells")) {
      if (cell.get("columnId").asLong() == id) {
        return cell;
      }
    }
    throw new IllegalArgumentException("no cell " + title + " in " + row);
  }

  Map<String, String> shown(long rowId) {
    return service.desk().rows(NAME).stream()
        .filter(r -> r.id() == rowId)
        .findFirst()
        .orElseThrow()
        .cells();
  }

  Answer get(String path) {
    return answer(request(path).GET().build());
  }

  Answer post(String path, String json) {
    return answer(withBody("POST", path, json));
  }

  Answer put(String path, String json) {
    return answer(withBody("PUT", path, json));
  }

  CompletableFuture<Answer> putAsync(String path, String json) {
    return http.sendAsync(withBody("PUT", path, json), BodyHandlers.ofString())
        .thenApply(Tracker::read);
  }

  Answer delete(String path) {
    return answer(request(path).DELETE().build());
  }

  Answer command(String command, String json) {
    return answer(
        HttpRequest.newBuilder(URI.create(server.baseUrl() + "/__sim/" + command))
            .method(
                json == null ? "GET" : "POST",
                json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
            .build());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.baseUrl() + "/2.0" + path))
        .header("Authorization", "Bearer " + TOKEN);
  }

  private HttpRequest withBody(String method, String path, String json) {
    return request(path)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(json))
        .build();
  }

  Answer answer(HttpRequest request) {
    try {
      return read(http.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Answer read(HttpResponse<String> response) {
    try {
      boolean json = response.headers().firstValue("content-type").orElse("").contains("json");
      JsonNode body = json ? MAPPER.readTree(response.body()) : MAPPER.missingNode();
      return new Answer(response.statusCode(), body, response.body());
    } catch (IOException e) {
      throw new IllegalStateException(response.body(), e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
