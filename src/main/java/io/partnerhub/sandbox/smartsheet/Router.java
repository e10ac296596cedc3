package io.partnerhub.sandbox.smartsheet;

import io.partnerhub.sandbox.sim.SimRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the operation that a request means. */
final class Router {
  private static final String BASE = "/2.0/";

  private final List<Route> routes;

  Router(List<Route> routes) {
    this.routes = List.copyOf(routes);
  }

  /** A route with the ids of the path. */
  record Found(Route route, Map<String, Long> ids) {}

  /** The route, whatever the ids look like. */
  Optional<Route> route(SimRequest request) {
    List<String> path = path(request);
    return routes.stream()
        .filter(r -> r.method().equals(request.method()) && r.matches(path))
        .findFirst();
  }

  /** The route and its ids, or 1006, 1018, 1122. */
  Found find(SimRequest request) {
    List<String> path = path(request);
    if (routes.stream().noneMatch(r -> r.matches(path))) {
      throw ErrorCode.NOT_FOUND.with();
    }
    Route route =
        route(request).orElseThrow(() -> ErrorCode.METHOD_NOT_SUPPORTED.with(request.method()));
    return new Found(route, route.ids(path));
  }

  private static List<String> path(SimRequest request) {
    String path = request.path();
    return path.startsWith(BASE)
        ? Arrays.asList(path.substring(BASE.length()).split("/"))
        : List.of();
  }
}
