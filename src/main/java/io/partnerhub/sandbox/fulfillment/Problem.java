package io.partnerhub.sandbox.fulfillment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnerhub.sandbox.sim.SimAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A refusal, as problem details (RFC 9457). */
final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1;
  private static final int NO_PAUSE = -1;
  private static final int USUAL_PAUSE = 1;

  private static final Map<Integer, String> TITLES =
      Map.ofEntries(
          Map.entry(400, "Bad request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(404, "Not found"),
          Map.entry(405, "Method not allowed"),
          Map.entry(409, "Conflict"),
          Map.entry(410, "Gone"),
          Map.entry(412, "Precondition failed"),
          Map.entry(413, "Too large"),
          Map.entry(422, "Unprocessable"),
          Map.entry(428, "Precondition required"),
          Map.entry(429, "Too many requests"),
          Map.entry(503, "Unavailable"));

  private final int status;
  private final String code;
  private final transient List<FieldError> errors;
  private final String existingId;
  private final int retryAfter;

  private Problem(
      int status,
      String code,
      String detail,
      List<FieldError> errors,
      String existingId,
      int retryAfter) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.existingId = existingId;
    this.retryAfter = retryAfter;
  }

  static Problem of(int status, String code, String detail) {
    return new Problem(status, code, detail, List.of(), null, NO_PAUSE);
  }

  static Problem badRequest(String detail) {
    return of(400, "invalid-request", detail);
  }

  static Problem invalid(List<FieldError> errors) {
    return new Problem(422, "invalid", "Some values are refused", errors, null, NO_PAUSE);
  }

  static Problem invalid(String pointer, String code, String message) {
    return invalid(List.of(new FieldError(pointer, code, message)));
  }

  static Problem duplicate(String key, String existingId) {
    return new Problem(409, "duplicate", key + " is taken", List.of(), existingId, NO_PAUSE);
  }

  static Problem tooLarge(String detail) {
    return of(413, "too-large", detail);
  }

  /** As a command asks for it; where the contract says how long to wait, so does this. */
  static Problem onCommand(int status, String code, String detail) {
    String word = code.isEmpty() ? "unavailable" : code;
    return status == 429 || status == 503
        ? later(status, word, detail, USUAL_PAUSE)
        : of(status, word, detail);
  }

  /** To be tried again after some seconds. */
  static Problem later(int status, String code, String detail, int seconds) {
    return new Problem(status, code, detail, List.of(), null, seconds);
  }

  int status() {
    return status;
  }

  ObjectNode json() {
    ObjectNode json = Wire.MAPPER.createObjectNode();
    json.put("type", "/problems/" + code);
    json.put("title", TITLES.getOrDefault(status, "Error " + status));
    json.put("status", status);
    json.put("code", code);
    json.put("detail", getMessage());
    if (existingId != null) {
      json.put("existingId", existingId);
    }
    if (!errors.isEmpty()) {
      ArrayNode list = json.putArray("errors");
      errors.forEach(e -> list.add(Wire.MAPPER.valueToTree(e)));
    }
    return json;
  }

  SimAnswer answer() {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/problem+json");
    if (retryAfter != NO_PAUSE) {
      headers.put("Retry-After", Integer.toString(retryAfter));
    }
    if (status == 401) {
      headers.put("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
    return new SimAnswer(status, headers, Wire.bytes(json()), false);
  }
}
