package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnerhub.sandbox.sim.Call;
import io.partnerhub.sandbox.sim.Operation;
import io.partnerhub.sandbox.sim.SimAnswer;
import io.partnerhub.sandbox.sim.SimRequest;
import io.partnerhub.sandbox.sim.SimulatedService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An older API: numbered pages, times of change, one record a call, records in an envelope. */
final class PlainApi implements SimulatedService {

  /** How a connector file describes it. */
  static final String FILE =
      """
      errors: {message: /error}
      resources:
        orders:
          record: {id: /no, changed: /modified}
          changes:
            path: /orders
            query: {size: "2"}
            items: /list
            page: {query: page, first: 0}
            keep: changed
            since: {query: since, overlap: 60}
          byId: {path: "/orders/{id}", item: /order}
          byKey: {path: "/orders/by-number/{id}", item: /order}
          create: {method: POST, path: /orders, body: {order: "{values}"}, headers: {X-Request-Id: "{key}"}, item: /order}
          update: {method: PUT, path: "/orders/{id}", body: {order: "{values}"}}
          fields:
            orderNumber: {at: /number, type: text, max: 40, required: true}
            partnerCode: {at: /partner/code, type: text, required: true}
            status: {type: choice, options: [draft, ready]}
            units: {type: number}
      """;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PAGE = 2;

  private final Map<String, ObjectNode> orders = new LinkedHashMap<>();
  private final List<String> requestIds = new ArrayList<>();
  private final List<String> since = new ArrayList<>();
  private final Map<Integer, Runnable> beforePages = new ConcurrentHashMap<>();
  private volatile Runnable beforeChange = () -> {};

  /** What happens while it is changing an order. */
  void beforeChange(Runnable action) {
    beforeChange = action;
  }

  /** What happens once, just before a page is listed; the first is 0. */
  void beforePage(int page, Runnable action) {
    beforePages.put(page, action);
  }

  /** Request ids of the creates, in their order. */
  List<String> requestIds() {
    return requestIds;
  }

  /** What lists were asked to begin at. */
  List<String> since() {
    return since;
  }

  ObjectNode order(String id) {
    return orders.get(id);
  }

  void put(String id, String number, Instant modified) {
    ObjectNode order = JSON.createObjectNode();
    order.put("no", id).put("number", number).put("status", "draft").put("units", 3);
    order.put("modified", modified.toString()).putObject("partner").put("code", "ALFKI");
    orders.put(id, order);
  }

  @Override
  public SimAnswer answer(SimRequest request) {
    String[] path = request.path().split("/");
    if (request.method().equals("GET")) {
      return path.length == 2 ? list(request) : one(path);
    }
    beforeChange.run();
    JsonNode order = body(request).path("order");
    if (request.method().equals("POST")) {
      requestIds.add(request.header("x-request-id").orElse(""));
      put("77", order.path("number").asText(), Instant.EPOCH);
      orders.get("77").setAll((ObjectNode) order);
      return SimAnswer.json(201, Map.of("order", orders.get("77")));
    }
    orders.get(path[2]).setAll((ObjectNode) order);
    return SimAnswer.empty(204);
  }

  private SimAnswer list(SimRequest request) {
    String from = request.parameter("since").orElse("");
    since.add(from);
    int page = Integer.parseInt(request.parameter("page").orElse("0"));
    Optional.ofNullable(beforePages.remove(page)).ifPresent(Runnable::run);
    List<ObjectNode> list =
        orders.values().stream()
            .filter(
                o ->
                    from.isEmpty()
                        || !Instant.parse(o.path("modified").asText())
                            .isBefore(Instant.parse(from)))
            .skip((long) page * PAGE)
            .limit(PAGE)
            .toList();
    return SimAnswer.json(200, Map.of("list", list));
  }

  private SimAnswer one(String[] path) {
    String wanted = path[path.length - 1];
    String field = path.length == 4 ? "number" : "no";
    return orders.values().stream()
        .filter(o -> o.path(field).asText().equals(wanted))
        .findFirst()
        .map(o -> SimAnswer.json(200, Map.of("order", o)))
        .orElseGet(() -> failure(404, "", "no such order"));
  }

  private static JsonNode body(SimRequest request) {
    try {
      return JSON.readTree(request.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public Call classify(SimRequest request) {
    return new Call(Operation.OTHER, "other");
  }

  @Override
  public SimAnswer failure(int status, String code, String message) {
    return SimAnswer.json(status, Map.of("error", message));
  }

  @Override
  public SimAnswer rateLimited() {
    return SimAnswer.empty(429);
  }

  @Override
  public SimAnswer command(SimRequest request) {
    throw new IllegalArgumentException("there are no commands");
  }

  @Override
  public void reset() {
    orders.clear();
  }
}
