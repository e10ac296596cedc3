package io.partnerhub.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.SettableClock;
import io.partnerhub.sandbox.sim.SimulatorServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A served org with a signed-in client that speaks plain HTTP. */
final class SandboxOrg implements AutoCloseable {

  static final String DATA = "/services/data/v60.0/";

  final SettableClock clock = new SettableClock("2026-03-02T08:00:00.700Z");
  final SalesforceService service = new SalesforceService(OrgSettings.sandbox(), clock);
  final SimulatorServer server = SimulatorServer.start(service, 0);
  final Org org = service.org();
  private final HttpClient client = HttpClient.newHttpClient();
  private String token = "";

  /** An answer with its body as JSON, missing when it was empty. */
  record Answer(int status, JsonNode json, HttpResponse<String> http) {

    /** The error code of a call that failed as a whole. */
    String errorCode() {
      return json.path(0).path("errorCode").asText();
    }

    /** The status code of a collection's row, or "ok". */
    String row(int at) {
      JsonNode row = json.path(at);
      return row.path("success").asBoolean()
          ? "ok"
          : row.path("errors").path(0).path("statusCode").asText();
    }
  }

  /** Back to an empty org on the clock's first morning, signed in. */
  void fresh() {
    clock.reset();
    server.reset();
    signIn();
  }

  void signIn() {
    token =
        login("client_id=partner-hub&client_secret=sandbox-secret&grant_type=client_credentials")
            .json()
            .path("access_token")
            .asText();
  }

  String token() {
    return token;
  }

  Answer login(String form) {
    return send(
        HttpRequest.newBuilder(URI.create(server.baseUrl() + "/services/oauth2/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  Answer get(String path, String... headers) {
    return call("GET", path, "", headers);
  }

  Answer post(String path, String body) {
    return call("POST", path, body);
  }

  Answer patch(String path, String body, String... headers) {
    return call("PATCH", path, body, headers);
  }

  Answer delete(String path) {
    return call("DELETE", path, "");
  }

  Answer query(String soql) {
    return get("query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8));
  }

  /** The values of one field in the order of the rows. */
  List<String> column(String field, String soql) {
    List<String> values = new ArrayList<>();
    Answer answer = query(soql);
    if (answer.status() != 200) {
      throw new AssertionError(answer.json());
    }
    answer.json().path("records").forEach(r -> values.add(r.path(field).asText()));
    return values;
  }

  Answer call(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(server.baseUrl() + (path.startsWith("/") ? path : DATA + path)))
            .header("Authorization", "Bearer " + token)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<String> http = client.send(request, BodyHandlers.ofString());
      boolean json = http.headers().firstValue("content-type").orElse("").contains("json");
      return new Answer(http.statusCode(), Wire.MAPPER.readTree(json ? http.body() : ""), http);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Creates a partner as a person does. */
  String partner(String code, String name) {
    return org.create("Account", java.util.Map.of("Name", name, "Partner_Code__c", code));
  }

  @Override
  public void close() {
    server.close();
  }
}
