package io.partnerhub.deadletter;

import java.time.Instant;
import java.util.List;

/**
 * How much is in the queue.
 *
 * @param oldest since when the oldest letter is there; null when it is empty
 */
public record Depth(
    int letters, Instant oldest, List<Count> byClass, List<Count> bySystem, List<Count> byType) {

  /** Letters that have something in common. */
  public record Count(String name, int letters) {}
}
