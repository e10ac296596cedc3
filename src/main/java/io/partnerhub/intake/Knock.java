package io.partnerhub.intake;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request that fits a path's {@link Terms}; nothing in it is trusted yet.
 *
 * @param headers those of the terms that were sent, each once, by names in lower case
 * @param body as it was sent, byte by byte
 */
public record Knock(Map<String, String> headers, byte[] body) {

  public Knock {
    headers = Map.copyOf(headers);
  }

  /** A header's value; empty where it was not sent or the terms do not name it. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Without the body and the headers, which may hold anything. */
  @Override
  public String toString() {
    return "Knock[" + body.length + " bytes]";
  }
}
