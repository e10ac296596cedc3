package io.partnerhub.sandbox.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.sim.SimAnswer;
import io.partnerhub.sandbox.sim.SimRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Calls the simulator without a network, as the hub would. */
final class Client {

  static final Instant START = Instant.parse("2026-05-04T09:00:00Z");

  private Instant now = START;
  private final FulfillmentService service =
      new FulfillmentService(
          ClientSettings.sandbox(), ((InstantSource) () -> now).withZone(ZoneOffset.UTC));
  private final CheckedService checked = new CheckedService(service);
  private String token = ClientSettings.sandbox().token();

  /** An answer with its body read. */
  record Got(int status, JsonNode body, Map<String, String> headers) {

    String code() {
      return body.path("code").asText();
    }
  }

  Warehouse warehouse() {
    return service.warehouse();
  }

  void passes(Duration time) {
    now = now.plus(time);
  }

  void uses(String newToken) {
    token = newToken;
  }

  Got get(String path) {
    return call("GET", path, Map.of(), "");
  }

  Got post(String path, String body) {
    return call("POST", path, Map.of("content-type", "application/json"), body);
  }

  Got create(String path, String key, String body) {
    return call(
        "POST", path, Map.of("content-type", "application/json", "idempotency-key", key), body);
  }

  Got patch(String path, String version, String body) {
    return call(
        "PATCH",
        path,
        Map.of("content-type", "application/merge-patch+json", "if-match", "\"" + version + "\""),
        body);
  }

  Got command(String method, String name, String body) {
    return got(
        service.command(
            SimRequest.of(
                method, "/__sim/" + name, Map.of(), body.getBytes(StandardCharsets.UTF_8))));
  }

  Got call(String method, String path, Map<String, String> headers, String body) {
    Map<String, String> all = new HashMap<>(headers);
    if (token != null) {
      all.put("authorization", "Bearer " + token);
    }
    return raw(method, path, all, body);
  }

  Got raw(String method, String path, Map<String, String> headers, String body) {
    Got got =
        got(
            checked.answer(
                SimRequest.of(
                    method,
                    FulfillmentService.BASE + path,
                    headers,
                    body.getBytes(StandardCharsets.UTF_8))));
    assertThat(checked.breaches()).as("the contract").isEmpty();
    return got;
  }

  /** Every item of a list, page by page. */
  List<JsonNode> all(String path, int limit) {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    JsonNode page;
    do {
      page = get(path + "?limit=" + limit + cursor).body();
      page.path("items").forEach(items::add);
      cursor = "&cursor=" + page.path("next").asText();
    } while (page.path("more").asBoolean());
    return items;
  }

  private static Got got(SimAnswer answer) {
    try {
      JsonNode body = Wire.MAPPER.readTree(answer.body());
      return new Got(answer.status(), body, answer.headers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
