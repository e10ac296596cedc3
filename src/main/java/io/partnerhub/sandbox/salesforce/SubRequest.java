package io.partnerhub.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.partnerhub.sandbox.sim.SimRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One call inside a composite.
 *
 * @param url beginning with {@code /services/data/}
 * @param body missing when there is none
 */
record SubRequest(
    String method, String url, String referenceId, Map<String, String> headers, JsonNode body) {

  private static final Pattern REFERENCE_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_]*");

  static SubRequest of(JsonNode json) {
    Map<String, String> headers = new HashMap<>();
    json.path("httpHeaders")
        .properties()
        .forEach(e -> headers.put(e.getKey().toLowerCase(Locale.ROOT), e.getValue().asText()));
    JsonNode body = json.path("body");
    return new SubRequest(
        required(json, "method"),
        required(json, "url"),
        referenceId(json),
        headers,
        body.isNull() ? MissingNode.getInstance() : body);
  }

  /**
   * Checked as from version 52.0 on: another character fails the whole request (REST API guide,
   * "Composite Subrequest Result").
   */
  private static String referenceId(JsonNode json) {
    String id = required(json, "referenceId");
    if (!REFERENCE_ID.matcher(id).matches()) {
      throw new ApiError(
          400,
          "JSON_PARSER_ERROR",
          "Provided referenceId ('"
              + id
              + "') must start with a letter or a number, and it can contain only letters, numbers"
              + " and underscores ('_').");
    }
    return id;
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
