package io.partnerhub.sync.read;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/**
 * Tells a burst of hints, of which more are about to come, from a stream, and that from single
 * ones: by when they came in, for a slow reader finds many of a stream at once, and a quick one few
 * of a burst.
 */
final class Crowding {

  /** So many within a while are a burst; people and programs at work together make fewer. */
  private static final int MANY = 100;

  /** So few within a while are none any more. */
  private static final int FEW = 25;

  /** So many within a while are a stream, and more work than one by one. */
  private static final int SOME = 5;

  private static final Duration WHILE = Duration.ofMillis(250);

  private final Clock clock;
  private final Deque<Instant> lately = new ArrayDeque<>();

  Crowding(Clock clock) {
    this.clock = clock;
  }

  /** Counts what came in; gives whether that, with what came before, crowded. */
  synchronized boolean with(Collection<Instant> arrivals) {
    boolean crowded = false;
    for (Instant arrival : arrivals) {
      lately.add(arrival);
      while (lately.peekFirst().isBefore(arrival.minus(WHILE))) {
        lately.pollFirst();
      }
      crowded |= lately.size() >= MANY;
      if (lately.size() > MANY) {
        lately.pollFirst(); // more say nothing more
      }
    }
    return crowded;
  }

  /** Whether of those counted some came in just now. */
  synchronized boolean streams() {
    return sinceAWhile(lately) >= SOME;
  }

  /** Whether many came in just now. */
  boolean goesOn(Collection<Instant> arrivals) {
    return sinceAWhile(arrivals) >= FEW;
  }

  private long sinceAWhile(Collection<Instant> arrivals) {
    Instant since = clock.instant().minus(WHILE);
    return arrivals.stream().filter(arrival -> !arrival.isBefore(since)).count();
  }
}
