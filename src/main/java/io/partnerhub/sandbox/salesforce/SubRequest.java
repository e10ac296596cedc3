package io.partnerhub.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.partnerhub.sandbox.sim.SimRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One call inside a composite.
 *
 * @param url beginning with {@code /services/data/}
 * @param body missing when there is none
 */
record SubRequest(
    String method, String url, String referenceId, Map<String, String> headers, JsonNode body) {

  static SubRequest of(JsonNode json) {
    Map<String, String> headers = new HashMap<>();
    json.path("httpHeaders")
        .properties()
        .forEach(e -> headers.put(e.getKey().toLowerCase(Locale.ROOT), e.getValue().asText()));
    JsonNode body = json.path("body");
    return new SubRequest(
        required(json, "method"),
        required(json, "url"),
        required(json, "referenceId"),
        headers,
        body.isNull() ? MissingNode.getInstance() : body);
  }

  private static String required(JsonNode json, String name) {
    if (!json.path(name).isTextual()) {
      throw new ApiError(400, "JSON_PARSER_ERROR", "each sub-request needs a text in " + name);
    }
    return json.path(name).asText();
  }

  /** Whether at most five of its kind may be in one composite. */
  boolean isQueryOrCollection() {
    return isCollection() || url.matches("/services/data/[^/]+/query(All)?([/?].*)?");
  }

  boolean isCollection() {
    return url.matches("/services/data/[^/]+/composite/sobjects([/?].*)?");
  }

  /** The call as if it had come by itself, with references to earlier answers filled in. */
  ApiRequest request(References references) {
    String filled = references.fill(url);
    if (filled.length() > FrontDoor.LONGEST_URI) {
      throw new ApiError(414, "URI_TOO_LONG", "the url of " + referenceId + " is too long");
    }
    try {
      SimRequest wire = SimRequest.of(method, filled, headers, new byte[0]);
      return ApiRequest.of(wire, references.fill(body));
    } catch (IllegalArgumentException e) {
      throw new ApiError(400, "INVALID_INPUT", "the url of " + referenceId + " is malformed");
    }
  }
}
