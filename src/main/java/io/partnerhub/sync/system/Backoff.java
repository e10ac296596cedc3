package io.partnerhub.sync.system;

import java.time.Duration;

/** Pauses that double from one failure to the next. */
public record Backoff(Duration first, Duration longest) {

  private static final int MOST_DOUBLINGS = 20;

  /**
   * The pause after some failures in a row.
   *
   * @param failures at least 1
   */
  public Duration after(int failures) {
    Duration pause = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    return pause.compareTo(longest) > 0 ? longest : pause;
  }
}
