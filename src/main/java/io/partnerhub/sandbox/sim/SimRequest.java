package io.partnerhub.sandbox.sim;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
 * @param uriBytes length of path and query as they were sent, in bytes
 */
public record SimRequest(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, String> headers,
    byte[] body,
    int uriBytes) {

  /**
   * A request from the path and query as they stand on the request line.
   *
   * @throws IllegalArgumentException when a percent escape is broken
   */
  public static SimRequest of(String method, String uri, Map<String, String> headers, byte[] body) {
    int mark = uri.indexOf('?');
    String path = mark < 0 ? uri : uri.substring(0, mark);
    String query = mark < 0 ? "" : uri.substring(mark + 1);
    return new SimRequest(
        method, decode(path.replace("+", "%2B")), parameters(query), headers, body, uri.length());
  }

  /** The first value of a query parameter. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).filter(v -> !v.isEmpty()).map(v -> v.get(0));
  }

  /** A header by its name in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The body as a form, in the encoding of a browser's POST. */
  public Map<String, List<String>> form() {
    return parameters(text());
  }

  private static Map<String, List<String>> parameters(String encoded) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : encoded.split("&")) {
      if (!pair.isEmpty()) {
        int mark = pair.indexOf('=');
        String name = decode(mark < 0 ? pair : pair.substring(0, mark));
        String value = mark < 0 ? "" : decode(pair.substring(mark + 1));
        parameters.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
      }
    }
    return parameters;
  }

  private static String decode(String encoded) {
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }
}
