package io.partnerhub.sandbox.fulfillment;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnerhub.sandbox.sim.SimAnswer;
import io.partnerhub.sandbox.sim.SimRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The warehouse's commands under {@code /__sim/}: {@link Warehouse} by HTTP. */
final class WarehouseCommands {

  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  private final Warehouse warehouse;

  WarehouseCommands(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  SimAnswer answer(SimRequest request) {
    String command = request.method() + " " + request.path().substring("/__sim/".length());
    ObjectNode body = body(request);
    return switch (command) {
      case "GET records" ->
          SimAnswer.json(
              200, (Object) warehouse.records(resource(request.parameter("type").orElse(""))));
      case "GET record" -> record(request);
      case "POST advance" -> advance(body);
      default -> {
        change(command, body);
        yield SimAnswer.json(200, Map.of("done", true));
      }
    };
  }

  private void change(String command, ObjectNode body) {
    switch (command) {
      case "POST create" -> warehouse.seed(resource(body), List.of(fields(body.path("fields"))));
      case "POST seed" -> warehouse.seed(resource(body), records(body));
      case "POST edit" ->
          warehouse.edit(resource(body), text(body, "key"), fields(body.path("fields")));
      case "POST delete" -> warehouse.delete(resource(body), text(body, "key"));
      case "POST activate" -> warehouse.activate(text(body, "activation"));
      default -> configure(command, body);
    }
  }

  private void configure(String command, ObjectNode body) {
    switch (command) {
      case "POST pace" ->
          warehouse.workBySeed(
              body.path("seed").asLong(),
              Duration.ofMillis(number(body, "fromMs")),
              Duration.ofMillis(number(body, "toMs")));
      case "DELETE pace" -> warehouse.workOnCommand();
      case "POST expire-token" -> warehouse.expireTokens(body.path("lasting").asBoolean(true));
      case "DELETE expire-token" -> warehouse.renewToken();
      case "POST expire-cursors" -> warehouse.expireCursors();
      case "POST requests-per-minute" -> warehouse.requestsPerMinute(number(body, "most"));
      case "POST webhook" -> warehouse.subscribe(subscription(body));
      case "DELETE webhook" -> warehouse.subscribe(null);
      case "POST refuse" -> refuse(body);
      case "DELETE refuse" -> warehouse.clearRefusals();
      default -> throw new IllegalArgumentException("there is no command " + command);
    }
  }

  private SimAnswer record(SimRequest request) {
    Resource resource = resource(request.parameter("type").orElse(""));
    String key = request.parameter("key").orElse("");
    return warehouse
        .record(resource, key)
        .map(json -> SimAnswer.json(200, (Object) json))
        .orElseGet(() -> SimAnswer.json(404, Map.of("error", "there is no " + key)));
  }

  /** One step, or as many as it takes to the status {@code to}. */
  private SimAnswer advance(ObjectNode body) {
    String order = text(body, "order");
    if (!body.has("to")) {
      return SimAnswer.json(200, Map.of("status", warehouse.advance(order)));
    }
    warehouse.advance(order, text(body, "to"));
    return SimAnswer.json(200, Map.of("status", text(body, "to")));
  }

  private void refuse(ObjectNode body) {
    int status = body.path("status").asInt(422);
    String message = body.path("message").asText("refused on command");
    Problem problem =
        status == 422
            ? Problem.invalid(
                body.path("pointer").asText(""), body.path("code").asText("invalid"), message)
            : Problem.onCommand(status, body.path("code").asText(), message);
    warehouse.refuse(text(body, "key"), problem, body.path("times").asInt(1));
  }

  private static Subscription subscription(ObjectNode body) {
    Subscription.Manner manner =
        new Subscription.Manner(
            Math.max(1, body.path("batch").asInt(1)),
            body.path("twice").asBoolean(),
            body.path("shuffled").asBoolean(),
            body.path("lost").asBoolean());
    return new Subscription(URI.create(text(body, "url")), text(body, "secret"), manner);
  }

  private static List<Map<String, Object>> records(ObjectNode body) {
    List<Map<String, Object>> records = new ArrayList<>();
    body.path("records").forEach(record -> records.add(fields(record)));
    return records;
  }

  private static Map<String, Object> fields(JsonNode fields) {
    if (!fields.isObject()) {
      throw new IllegalArgumentException("fields is required: an object of names and values");
    }
    return Wire.MAPPER.convertValue(fields, FIELDS);
  }

  private static Resource resource(ObjectNode body) {
    return resource(text(body, "type"));
  }

  private static Resource resource(String type) {
    return Resource.at(type)
        .orElseThrow(() -> new IllegalArgumentException("type must be orders or activations"));
  }

  private static String text(ObjectNode body, String name) {
    if (!body.path(name).isTextual()) {
      throw new IllegalArgumentException(name + " is required: a text");
    }
    return body.path(name).asText();
  }

  private static int number(ObjectNode body, String name) {
    if (!body.path(name).isInt() || body.path(name).asInt() < 0) {
      throw new IllegalArgumentException(name + " must be a whole number, not negative");
    }
    return body.path(name).asInt();
  }

  private static ObjectNode body(SimRequest request) {
    try {
      return request.body().length == 0
          ? Wire.MAPPER.createObjectNode()
          : Wire.object(request.body());
    } catch (Problem e) {
      throw new IllegalArgumentException("the body must be one JSON object", e);
    }
  }
}
