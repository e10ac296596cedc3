package io.partnerhub.intake;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a path takes.
 *
 * @param contentTypes media types, without parameters
 * @param headers those that the doorkeeper needs to see, in any case; no other gets through
 * @param mostBytes longest body
 */
public record Terms(Set<String> contentTypes, Set<String> headers, int mostBytes) {

  /** Room for ten thousands of events or hundreds of notifications. */
  public static final int USUAL_BYTES = 4 * 1024 * 1024;

  public Terms {
    contentTypes = Set.copyOf(contentTypes);
    headers =
        headers.stream()
            .map(header -> header.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** JSON of the usual length. */
  public static Terms json(String... headers) {
    return new Terms(Set.of("application/json"), Set.of(headers), USUAL_BYTES);
  }
}
