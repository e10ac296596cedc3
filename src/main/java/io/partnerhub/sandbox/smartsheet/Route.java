package io.partnerhub.sandbox.smartsheet;

import io.partnerhub.sandbox.sim.Operation;
import io.partnerhub.sandbox.sim.SimAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One operation of the API.
 *
 * @param template such as {@code /sheets/{sheetId}/rows}
 * @param parts of the template
 * @param weight how much it counts against the requests of a minute
 */
record Route(
    Operation operation,
    String method,
    String template,
    List<String> parts,
    int weight,
    Function<ApiCall, SimAnswer> handler) {

  static Route read(String template, Function<ApiCall, SimAnswer> handler) {
    return of(Operation.READ, "GET", template, handler);
  }

  static Route write(String method, String template, Function<ApiCall, SimAnswer> handler) {
    return of(Operation.WRITE, method, template, handler);
  }

  private static Route of(
      Operation operation, String method, String template, Function<ApiCall, SimAnswer> handler) {
    List<String> parts = List.of(template.substring(1).split("/"));
    return new Route(operation, method, template, parts, 1, handler);
  }

  Route weighing(int times) {
    return new Route(operation, method, template, parts, times, handler);
  }

  String name() {
    return method + " " + template;
  }

  /** Whether a path is of this template. */
  boolean matches(List<String> path) {
    if (parts.size() != path.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (!named(parts.get(i)) && !parts.get(i).equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The ids in a path that matches, by their names in the template. */
  Map<String, Long> ids(List<String> path) {
    Map<String, Long> ids = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      if (named(part)) {
        String name = part.substring(1, part.length() - 1);
        ids.put(name, ReadOptions.number(name, path.get(i)));
      }
    }
    return ids;
  }

  private static boolean named(String part) {
    return part.startsWith("{");
  }
}
