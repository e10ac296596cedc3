package io.partnerhub.intake;

import java.util.HashMap;
import java.util.Map;

/**
 * What a sender is told.
 *
 * @param headers beside those of HTTP itself
 * @param contentType of the body; null without one
 * @param body may be empty; never says anything about the hub's inside
 */
public record Answer(int status, Map<String, String> headers, String contentType, String body) {

  public static final Answer OK = status(200);
  public static final Answer BAD_REQUEST = status(400);
  public static final Answer UNAUTHORIZED = status(401);

  /** To be sent again once it may be back. */
  public static final Answer STORE_AWAY = unavailable(10);

  static final Answer NOT_FOUND = status(404);
  static final Answer WRONG_METHOD = new Answer(405, Map.of("Allow", "POST"), null, "");
  static final Answer TOO_SLOW = status(408);
  static final Answer TOO_LARGE = status(413);
  static final Answer WRONG_TYPE = status(415);
  static final Answer FAILED = status(500);

  public Answer {
    headers = Map.copyOf(headers);
  }

  /** A status alone. */
  public static Answer status(int status) {
    return new Answer(status, Map.of(), null, "");
  }

  /** The same with a header more. */
  public Answer with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, contentType, body);
  }

  /** Too many at once: to be sent again. */
  static Answer tooMany(int afterSeconds) {
    return status(429).with("Retry-After", Integer.toString(afterSeconds));
  }

  /** No room or no store: to be sent again. */
  static Answer unavailable(int afterSeconds) {
    return status(503).with("Retry-After", Integer.toString(afterSeconds));
  }
}
