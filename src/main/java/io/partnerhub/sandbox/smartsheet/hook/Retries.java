package io.partnerhub.sandbox.smartsheet.hook;

import java.time.Duration;
import java.util.Optional;

/** When a callback that was not acknowledged is sent again. */
final class Retries {

  private static final int MOST = 14;
  private static final int EXPONENTIAL = 7;
  private static final Duration LATER = Duration.ofHours(3);

  private Retries() {}

  /**
   * How long after the last attempt; empty when it is given up. The first seven pauses double: [I]
   * from two seconds on, the first is not published.
   *
   * @param made retries made so far
   */
  static Optional<Duration> pause(int made) {
    if (made >= MOST) {
      return Optional.empty();
    }
    return Optional.of(made < EXPONENTIAL ? Duration.ofSeconds(2L << made) : LATER);
  }
}
