package io.partnerhub.intake;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a path takes.
 *
 * @param contentTypes media types, without parameters
 * @param headers those that the doorkeeper needs to see, in any case; no other gets through
 */
public record Terms(Set<String> contentTypes, Set<String> headers) {

  public Terms {
    contentTypes = Set.copyOf(contentTypes);
    headers =
        headers.stream()
            .map(header -> header.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** JSON. */
  public static Terms json(String... headers) {
    return new Terms(Set.of("application/json"), Set.of(headers));
  }
}
