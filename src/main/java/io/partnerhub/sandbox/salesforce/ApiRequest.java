package io.partnerhub.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnerhub.sandbox.sim.SimRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call below {@code /services/data/vNN.0}, from the wire or from a composite.
 *
 * @param version as in the path, such as {@code v60.0}
 * @param path the segments after the version, without empty ones at the end
 * @param headers names in lower case
 * @param body missing when there is none
 */
record ApiRequest(
    String method,
    String version,
    List<String> path,
    Map<String, List<String>> query,
    Map<String, String> headers,
    JsonNode body) {

  static final String ALL_OR_NONE = "allOrNone";

  private static final Pattern PATH = Pattern.compile("/services/data/v([1-9]\\d\\.0)(/.*)?");

  /**
   * A call from the wire.
   *
   * @throws ApiError when the path has no version or the body is no JSON
   */
  static ApiRequest of(SimRequest request) {
    boolean hasBody = request.body().length > 0 && !request.method().equals("GET");
    return of(request, hasBody ? json(request) : MissingNode.getInstance());
  }

  /** A call with a body that was read before. */
  static ApiRequest of(SimRequest request, JsonNode body) {
    Matcher matcher = PATH.matcher(request.path());
    if (!matcher.matches() || !ApiVersions.isOne(matcher.group(1))) {
      throw ApiError.notFound();
    }
    String rest = matcher.group(2) == null ? "/" : matcher.group(2);
    List<String> path = rest.equals("/") ? List.of() : Arrays.asList(rest.substring(1).split("/"));
    return new ApiRequest(
        request.method(), "v" + matcher.group(1), path, request.query(), request.headers(), body);
  }

  private static JsonNode json(SimRequest request) {
    String type = request.header("content-type").orElse("");
    if (!type.startsWith("application/json")) {
      throw new ApiError(
          415, "UNSUPPORTED_MEDIA_TYPE", "Content-Type is not application/json: " + type);
    }
    try {
      return Wire.parse(request.body());
    } catch (IOException e) {
      throw new ApiError(400, "JSON_PARSER_ERROR", String.valueOf(e.getMessage()));
    }
  }

  /** The segment at a place, empty text behind the last. */
  String segment(int at) {
    return at < path.size() ? path.get(at) : "";
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).map(values -> values.get(0));
  }

  /** Whether a parameter or the body's property of that name is true. */
  boolean flag(String name) {
    return parameter(name).map(Boolean::parseBoolean).orElse(body.path(name).asBoolean());
  }

  /** The same call with one value of a parameter, whatever the call says of it. */
  ApiRequest with(String name, String value) {
    Map<String, List<String>> parameters = new HashMap<>(query);
    parameters.put(name, List.of(value));
    return new ApiRequest(method, version, path, parameters, headers, body);
  }

  /**
   * The body as one JSON object.
   *
   * @throws ApiError when it is something else
   */
  ObjectNode object() {
    if (body instanceof ObjectNode object) {
      return object;
    }
    throw new ApiError(
        400, "JSON_PARSER_ERROR", "The HTTP entity body is required and must be a JSON object");
  }

  ApiError wrongMethod() {
    return new ApiError(405, "METHOD_NOT_ALLOWED", "HTTP Method '" + method + "' not allowed.");
  }
}
