package io.partnerhub.sync.store;

import io.partnerhub.sync.Suspect;
import io.partnerhub.sync.system.ToldEdit;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Writes of which events have told, or never will, and what was told of their copies.
 *
 * @param suspects oldest first
 * @param untold ids of those among them of which no event will tell any more: they were settled
 *     before the system was heard, changed nothing, or never took effect
 * @param edits all of the same copies, in the order of the changes
 */
public record Told(List<Suspect> suspects, Set<Long> untold, List<ToldEdit> edits) {

  /** No write waits longer for what is told, also while nothing is heard. */
  public static final Duration KEPT = Duration.ofHours(24);

  /**
   * How much later than what was heard a change may still be told; the systems' clocks may be off
   * by a part of it. Salesforce publishes in the order of the commits, seconds after them.
   */
  public static final Duration LATE = Duration.ofMinutes(2);
}
