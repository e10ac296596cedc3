package io.partnerhub.connector.smartsheet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One call.
 *
 * @param what the thing that is called upon, for messages, such as {@code sheet 4711}
 * @param path below the base URL, without a slash in front
 * @param query parameters whose values need no escaping
 * @param body null where the method has none
 * @param weight how many calls the service counts it as
 */
record Request(
    String method, String what, String path, Map<String, String> query, byte[] body, int weight) {

  static Request get(String what, String path) {
    return new Request("GET", what, path, Map.of(), null, 1);
  }

  static Request write(String method, String what, String path, byte[] body) {
    return new Request(method, what, path, Map.of(), body, 1);
  }

  Request with(String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(query);
    more.put(name, value.toString());
    return new Request(method, what, path, more, body, weight);
  }

  Request weighing(int calls) {
    return new Request(method, what, path, query, body, calls);
  }

  String queryString() {
    return query.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining("&"));
  }

  @Override
  public String toString() {
    return method + " of " + what;
  }
}
