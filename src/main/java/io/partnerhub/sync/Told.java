package io.partnerhub.sync;

import java.time.Duration;
import java.util.List;

/**
 * Writes of which events have told, or never will, and what was told of their copies.
 *
 * @param suspects oldest first
 * @param edits all of the same copies, in the order of the changes
 */
public record Told(List<Suspect> suspects, List<ToldEdit> edits) {

  /** After so long no event tells of a write any more, and no write waits for what was told. */
  public static final Duration KEPT = Duration.ofHours(24);
}
