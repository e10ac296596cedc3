package io.partnerhub.sandbox.sim;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request as a simulated service sees it.
 *
 * @param method upper case
 * @param path decoded, without the query, beginning with a slash
 * @param query decoded parameters; names keep their case
 * @param headers names in lower case, first value only
 * @param body never null, empty when there is none
 */
public record SimRequest(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, String> headers,
    byte[] body) {

  /** The first value of a query parameter. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).filter(v -> !v.isEmpty()).map(v -> v.get(0));
  }

  /** A header by its name in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
