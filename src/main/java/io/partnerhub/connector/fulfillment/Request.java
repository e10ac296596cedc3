package io.partnerhub.connector.fulfillment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One call.
 *
 * @param what the thing that is called upon, for messages, such as {@code orders}
 * @param path below the base URL, with a slash in front
 * @param query values as they are, to be escaped
 * @param body null where the method has none
 */
record Request(
    String method,
    String what,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    String type,
    byte[] body) {

  static Request get(String what, String path) {
    return new Request("GET", what, path, Map.of(), Map.of(), null, null);
  }

  Request with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(query);
    more.put(name, value);
    return new Request(method, what, path, more, headers, type, body);
  }

  /** Commas part the values of one parameter, so they stay as they are. */
  String queryString() {
    return query.entrySet().stream()
        .map(e -> e.getKey() + "=" + Template.escaped(e.getValue()).replace("%2C", ","))
        .collect(Collectors.joining("&"));
  }

  @Override
  public String toString() {
    return method + " of " + what;
  }
}
