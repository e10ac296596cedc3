package io.partnerhub.sandbox.salesforce;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.partnerhub.sandbox.salesforce.outbound.Outbox;
import io.partnerhub.sandbox.sim.SimAnswer;
import io.partnerhub.sandbox.sim.SimRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The org's commands under {@code /__sim/}: {@link Org} by HTTP. */
final class OrgCommands {

  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  private static final String PUBSUB = "pubsub";

  private final Org org;
  private final Outbox outbox;
  private final PubSubCommands pubSub;

  OrgCommands(Org org, Outbox outbox) {
    this.org = org;
    this.outbox = outbox;
    this.pubSub = new PubSubCommands(org);
  }

  SimAnswer answer(SimRequest request) {
    String command = request.method() + " " + request.path().substring("/__sim/".length());
    JsonNode body = body(request);
    if (command.contains(" " + PUBSUB)) {
      String one = command.replaceFirst(PUBSUB + "/?", "").strip();
      return SimAnswer.json(200, pubSub.run(one, body));
    }
    switch (command) {
      case "GET records":
        return SimAnswer.json(200, org.records(request.parameter("type").orElse("Account")));
      case "GET record":
        return record(request);
      case "POST create":
        return SimAnswer.json(200, Map.of("id", org.create(type(body), fields(body))));
      case "POST edit":
        edit(body);
        return done();
      case "POST delete":
        org.delete(type(body), record(body));
        return done();
      case "POST undelete":
        org.undelete(type(body), record(body));
        return done();
      case "POST seed":
        return seed(body);
      default:
        configure(command, body);
        return done();
    }
  }

  private void configure(String command, JsonNode body) {
    switch (command) {
      case "POST expire-token" -> org.expireTokens();
      case "POST refuse" -> org.refuse(refusal(body));
      case "DELETE refuse" -> org.clearRefusals();
      case "POST field" ->
          org.changeField(type(body), body.path("field").asText(), fields(body, "changes"));
      case "POST trigger" -> org.addTrigger(trigger(body));
      case "DELETE trigger" -> org.clearTriggers();
      case "POST page-size" -> org.pageSize(number(body, "size"));
      case "POST outbound-messages" -> outbox.sendTo(target(body));
      case "DELETE outbound-messages" -> outbox.sendTo(null);
      case "POST daily-calls" -> org.dailyCalls(number(body, "most"));
      default -> throw new IllegalArgumentException("there is no command " + command);
    }
  }

  private void edit(JsonNode body) {
    if (body.has("visibleAfterMs")) {
      Duration delay = Duration.ofMillis(number(body, "visibleAfterMs"));
      org.editLate(type(body), record(body), fields(body), delay);
    } else {
      org.edit(type(body), record(body), fields(body));
    }
  }

  private SimAnswer record(SimRequest request) {
    String record =
        request
            .parameter("id")
            .or(() -> request.parameter("key"))
            .orElseThrow(() -> new IllegalArgumentException("id or key is required"));
    return org.record(request.parameter("type").orElse("Account"), record)
        .map(json -> SimAnswer.json(200, json))
        .orElseGet(() -> SimAnswer.json(404, Map.of("error", "there is no record " + record)));
  }

  private SimAnswer seed(JsonNode body) {
    List<Map<String, Object>> records = new ArrayList<>();
    for (JsonNode record : body.path("records")) {
      if (!record.isObject()) {
        throw new IllegalArgumentException("each of records is an object of names and values");
      }
      records.add(Wire.MAPPER.convertValue(record, FIELDS));
    }
    if (records.isEmpty()) {
      throw new IllegalArgumentException("records is required: a list of objects");
    }
    org.seed(type(body), records);
    return SimAnswer.json(200, Map.of("created", records.size()));
  }

  private static Refusal refusal(JsonNode body) {
    List<String> fields = new ArrayList<>();
    body.path("fields").forEach(f -> fields.add(f.asText()));
    boolean forever = body.path("times").asText().equals("forever");
    return new Refusal(
        record(body),
        body.path("statusCode").asText("FIELD_CUSTOM_VALIDATION_EXCEPTION"),
        body.path("message").asText("refused on command"),
        fields,
        forever ? Integer.MAX_VALUE : body.path("times").asInt(1));
  }

  private static Trigger trigger(JsonNode body) {
    String action = body.path("action").asText();
    Trigger.Rewrite rewrite =
        switch (action) {
          case "cut" -> new Trigger.Rewrite.Cut(number(body, "length"));
          case "uppercase" -> new Trigger.Rewrite.UpperCase();
          case "append" -> new Trigger.Rewrite.Append(body.path("text").asText());
          default -> throw new IllegalArgumentException("action must be cut, uppercase or append");
        };
    Optional<Duration> delay =
        body.has("delayMs")
            ? Optional.of(Duration.ofMillis(number(body, "delayMs")))
            : Optional.empty();
    return new Trigger(body.path("field").asText(), rewrite, delay);
  }

  private static Outbox.Target target(JsonNode body) {
    if (!body.path("url").isTextual()) {
      throw new IllegalArgumentException("url is required: a text");
    }
    return new Outbox.Target(URI.create(body.path("url").asText()), body.path("twice").asBoolean());
  }

  private static String type(JsonNode body) {
    return body.path("type").asText("Account");
  }

  private static String record(JsonNode body) {
    JsonNode record = body.has("id") ? body.get("id") : body.path("key");
    if (!record.isTextual()) {
      throw new IllegalArgumentException("id or key is required");
    }
    return record.asText();
  }

  private static Map<String, Object> fields(JsonNode body) {
    return fields(body, "fields");
  }

  private static Map<String, Object> fields(JsonNode body, String name) {
    if (!body.path(name).isObject()) {
      throw new IllegalArgumentException(name + " is required: an object of names and values");
    }
    return Wire.MAPPER.convertValue(body.get(name), FIELDS);
  }

  private static int number(JsonNode body, String name) {
    if (!body.path(name).isInt() || body.path(name).asInt() < 0) {
      throw new IllegalArgumentException(name + " must be a whole number, not negative");
    }
    return body.path(name).asInt();
  }

  private static JsonNode body(SimRequest request) {
    if (request.body().length == 0) {
      return MissingNode.getInstance();
    }
    try {
      return Wire.parse(request.body());
    } catch (IOException e) {
      throw new IllegalArgumentException("the body is no JSON: " + e.getMessage(), e);
    }
  }

  private static SimAnswer done() {
    return SimAnswer.json(200, Map.of("done", true));
  }
}
