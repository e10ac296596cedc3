package io.partnerhub.sandbox.fulfillment;

import io.partnerhub.sandbox.sim.Call;
import io.partnerhub.sandbox.sim.Operation;
import io.partnerhub.sandbox.sim.SimAnswer;
import io.partnerhub.sandbox.sim.SimRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every request passes: sign-in, calls a minute, the way to its endpoint. */
final class FrontDoor {

  static final String BASE = "/fulfillment/v1";

  private static final String TOKEN = "/oauth/token";
  private static final String CLIENT = "/client";
  private static final String BATCH = "batch";
  private static final int LONGEST_URI = 8_000;

  private final Access access;
  private final ListEndpoint lists;
  private final WriteEndpoint writes;

  FrontDoor(Access access, ListEndpoint lists, WriteEndpoint writes) {
    this.access = access;
    this.lists = lists;
    this.writes = writes;
  }

  SimAnswer answer(SimRequest request) {
    if (request.uriBytes() > LONGEST_URI) {
      return SimAnswer.html(414, "<h1>URI Too Long</h1>");
    }
    try {
      String path = path(request);
      if (path.equals(TOKEN) && request.method().equals("POST")) {
        return access.token(request);
      }
      String client = access.caller(request);
      access.count();
      return path.equals(CLIENT) && request.method().equals("GET")
          ? SimAnswer.json(200, Map.of("id", client, "requestsPerMinute", access.perMinute()))
          : resource(request, client);
    } catch (Problem problem) {
      return problem.answer();
    }
  }

  private SimAnswer resource(SimRequest request, String client) {
    List<String> parts = parts(request);
    Resource resource =
        (parts.isEmpty() ? Optional.<Resource>empty() : Resource.at(parts.get(0)))
            .orElseThrow(() -> Problem.of(404, "not-found", "There is nothing at this path"));
    String id = parts.size() > 1 ? parts.get(1) : "";
    return switch (name(request)) {
      case "GET " -> lists.list(resource, request);
      case "POST " -> writes.create(resource, request, client);
      case "POST /batch" -> writes.batch(resource, request, client);
      case "GET /{id}" -> writes.read(resource, id);
      case "PATCH /{id}" -> writes.update(resource, id, request, client);
      case "DELETE /{id}" -> writes.delete(resource, id, request, client);
      default -> throw Problem.of(405, "method-not-allowed", "This cannot be done here");
    };
  }

  static Call classify(SimRequest request) {
    String path = path(request);
    List<String> parts = parts(request);
    if (path.equals(TOKEN)) {
      return new Call(Operation.LOGIN, "POST " + TOKEN);
    }
    if (parts.isEmpty() || Resource.at(parts.get(0)).isEmpty()) {
      return new Call(Operation.OTHER, path.equals(CLIENT) ? "GET " + CLIENT : "other");
    }
    String name = name(request).replaceFirst(" ", " /" + parts.get(0));
    boolean read = request.method().equals("GET");
    return new Call(read ? Operation.READ : Operation.WRITE, name);
  }

  /** Method and what stands behind the resource: nothing, an id, the batch. */
  private static String name(SimRequest request) {
    List<String> parts = parts(request);
    return switch (parts.size()) {
      case 1 -> request.method() + " ";
      case 2 -> request.method() + (parts.get(1).equals(BATCH) ? " /batch" : " /{id}");
      default -> "other";
    };
  }

  private static String path(SimRequest request) {
    String path = request.path();
    return path.startsWith(BASE) ? path.substring(BASE.length()) : "";
  }

  private static List<String> parts(SimRequest request) {
    String path = path(request);
    return path.startsWith("/") ? List.of(path.substring(1).split("/", -1)) : List.of();
  }
}
