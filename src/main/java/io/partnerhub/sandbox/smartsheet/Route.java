package io.partnerhub.sandbox.smartsheet;

import io.partnerhub.sandbox.sim.Operation;
import io.partnerhub.sandbox.sim.SimAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One operation of the API.
 *
 * @param template such as {@code /sheets/{sheetId}/rows}
 * @param weight how much it counts against the requests of a minute
 */
record Route(
    Operation operation,
    String method,
    String template,
    int weight,
    Function<ApiCall, SimAnswer> handler) {

  static Route read(String template, Function<ApiCall, SimAnswer> handler) {
    return new Route(Operation.READ, "GET", template, 1, handler);
  }

  static Route write(String method, String template, Function<ApiCall, SimAnswer> handler) {
    return new Route(Operation.WRITE, method, template, 1, handler);
  }

  Route weighing(int times) {
    return new Route(operation, method, template, times, handler);
  }

  String name() {
    return method + " " + template;
  }

  /** The text of each named part of the path, empty when the path is another one's. */
  Optional<Map<String, String>> match(List<String> path) {
    String[] parts = template.substring(1).split("/");
    if (parts.length != path.size()) {
      return Optional.empty();
    }
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].startsWith("{")) {
        named.put(parts[i].substring(1, parts[i].length() - 1), path.get(i));
      } else if (!parts[i].equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(named);
  }
}
