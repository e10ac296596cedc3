package io.partnerhub.sandbox.sim;

import java.util.Map;

/**
 * What a simulated service answers.
 *
 * @param cut the connection is reset instead of sending this answer
 */
public record SimAnswer(int status, Map<String, String> headers, byte[] body, boolean cut) {

  /** An answer with a JSON body. */
  public static SimAnswer json(int status, byte[] body) {
    return new SimAnswer(status, Map.of("Content-Type", "application/json"), body, false);
  }

  /** An answer with a body that is not JSON, as a gateway in front of the real service sends. */
  public static SimAnswer html(int status, String body) {
    return new SimAnswer(
        status,
        Map.of("Content-Type", "text/html"),
        body.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        false);
  }
}
