package io.partnerhub.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Tells a burst of hints, of which more are about to come, from a stream. */
final class Crowding {

  /** So many within a while are a burst; people and programs at work together make fewer. */
  private static final int MANY = 100;

  private static final Duration WHILE = Duration.ofMillis(250);

  private final Clock clock;
  private final Deque<Came> lately = new ArrayDeque<>();
  private int sum;

  private record Came(int hints, Instant at) {}

  Crowding(Clock clock) {
    this.clock = clock;
  }

  /** Counts some that came now; gives whether they crowd. */
  synchronized boolean with(int hints) {
    Instant now = clock.instant();
    lately.add(new Came(hints, now));
    sum += hints;
    while (lately.peekFirst().at().isBefore(now.minus(WHILE))) {
      sum -= lately.pollFirst().hints();
    }
    return sum >= MANY;
  }
}
