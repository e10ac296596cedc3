package io.partnerhub.sandbox.sim;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What a simulated service answers.
 *
 * @param cut the connection is reset instead of sending this answer
 */
public record SimAnswer(int status, Map<String, String> headers, byte[] body, boolean cut) {

  /** An answer with a JSON body. */
  public static SimAnswer json(int status, byte[] body) {
    return new SimAnswer(
        status, Map.of("Content-Type", "application/json;charset=UTF-8"), body, false);
  }

  /** An answer with a JSON body, written from maps, lists, texts, numbers or a Jackson tree. */
  public static SimAnswer json(int status, Object value) {
    return json(status, Json.bytes(value));
  }

  /** An answer with a body that is not JSON, as a gateway in front of the real service sends. */
  public static SimAnswer html(int status, String body) {
    return new SimAnswer(
        status, Map.of("Content-Type", "text/html"), body.getBytes(StandardCharsets.UTF_8), false);
  }

  /** An answer without a body. */
  public static SimAnswer empty(int status) {
    return new SimAnswer(status, Map.of(), new byte[0], false);
  }

  /** No answer at all: the connection is reset. */
  public static SimAnswer reset() {
    return new SimAnswer(0, Map.of(), new byte[0], true);
  }

  /** The same with one more header. */
  public SimAnswer with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new SimAnswer(status, more, body, cut);
  }
}
