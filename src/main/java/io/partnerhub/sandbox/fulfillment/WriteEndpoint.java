package io.partnerhub.sandbox.fulfillment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnerhub.sandbox.sim.SimAnswer;
import io.partnerhub.sandbox.sim.SimRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads, creates, changes and deletes single records, and writes batches. */
final class WriteEndpoint {

  private static final int MOST_BYTES = 5 * 1024 * 1024;
  private static final int MOST_ITEMS = 500;
  private static final String KEY_FORM = "[\\x21-\\x7e]{8,120}";

  private final Clerk clerk;
  private final Contract contract;

  WriteEndpoint(Clerk clerk, Contract contract) {
    this.clerk = clerk;
    this.contract = contract;
  }

  SimAnswer read(Resource resource, String id) {
    return item(200, clerk.live(resource, id), Map.of());
  }

  SimAnswer create(Resource resource, SimRequest request, String client) {
    String key = request.header("idempotency-key").orElse("");
    if (!key.matches(KEY_FORM)) {
      throw Problem.of(400, "idempotency-key-missing", "Idempotency-Key takes 8 to 120 characters");
    }
    Item made = clerk.create(resource, key, body(request, "application/json"), client);
    String location = FrontDoor.BASE + "/" + resource.path() + "/" + made.id();
    return item(201, made, Map.of("Location", location));
  }

  SimAnswer update(Resource resource, String id, SimRequest request, String client) {
    String version = version(request);
    ObjectNode patch = body(request, "application/merge-patch+json");
    return item(200, clerk.update(resource, id, version, patch, client), Map.of());
  }

  SimAnswer delete(Resource resource, String id, SimRequest request, String client) {
    clerk.delete(resource, id, version(request), client);
    return SimAnswer.empty(204);
  }

  SimAnswer batch(Resource resource, SimRequest request, String client) {
    ObjectNode batch = body(request, "application/json");
    JsonNode items = batch.path("items");
    if (items.size() > MOST_ITEMS) {
      throw Problem.tooLarge("A batch takes at most " + MOST_ITEMS + " items");
    }
    String shape = "/components/schemas/" + resource.schema() + "Batch";
    String faults =
        contract.schema(shape).validate(batch).stream()
            .map(Object::toString)
            .collect(Collectors.joining("; "));
    if (!faults.isEmpty()) {
      throw Problem.badRequest(faults);
    }
    ObjectNode answer = Wire.MAPPER.createObjectNode();
    ArrayNode results = answer.putArray("results");
    items.forEach(item -> results.add(result(resource, item, client)));
    return SimAnswer.json(200, Wire.bytes(answer));
  }

  private ObjectNode result(Resource resource, JsonNode item, String client) {
    ObjectNode result = Wire.MAPPER.createObjectNode();
    ObjectNode value = (ObjectNode) item.get("value");
    try {
      boolean create = item.path("op").asText().equals("create");
      Item written =
          create
              ? clerk.create(resource, item.get("idempotencyKey").asText(), value, client)
              : clerk.update(
                  resource, item.get("id").asText(), item.get("ifMatch").asText(), value, client);
      result.put("status", create ? 201 : 200).set("item", written.json());
    } catch (Problem problem) {
      result.put("status", problem.status()).set("error", problem.json());
    }
    return result;
  }

  private static SimAnswer item(int status, Item item, Map<String, String> more) {
    Map<String, String> headers =
        new HashMap<>(
            Map.of("Content-Type", "application/json", "ETag", "\"" + item.version() + "\""));
    headers.putAll(more);
    return new SimAnswer(status, headers, Wire.bytes(item.json()), false);
  }

  private static String version(SimRequest request) {
    String tag =
        request
            .header("if-match")
            .orElseThrow(() -> Problem.of(428, "if-match-missing", "If-Match is needed"));
    if (!tag.matches("\"[^\"]{1,60}\"")) {
      throw Problem.badRequest("If-Match takes one version in double quotes");
    }
    return tag.substring(1, tag.length() - 1);
  }

  private static ObjectNode body(SimRequest request, String type) {
    if (request.body().length > MOST_BYTES) {
      throw Problem.tooLarge("The body is longer than 5 MiB");
    }
    if (!Wire.mediaType(request).equals(type)) {
      throw Problem.badRequest("The body must be " + type);
    }
    return Wire.object(request.body());
  }
}
