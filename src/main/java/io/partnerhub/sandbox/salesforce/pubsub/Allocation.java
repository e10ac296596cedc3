package io.partnerhub.sandbox.salesforce.pubsub;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many events may be delivered in 24 hours, all subscribers together. */
final class Allocation {

  /** Of an Unlimited org without add-ons. */
  private static final int USUAL = 50_000;

  private static final Duration DAY = Duration.ofHours(24);

  private final Clock clock;
  private final Deque<Instant> delivered = new ArrayDeque<>();
  private int most = USUAL;

  Allocation(Clock clock) {
    this.clock = clock;
  }

  synchronized void allow(int events) {
    most = events;
  }

  synchronized void reset() {
    delivered.clear();
    most = USUAL;
  }

  /** How many events may still be delivered now. */
  synchronized int left() {
    Instant day = clock.instant().minus(DAY);
    while (!delivered.isEmpty() && delivered.peekFirst().isBefore(day)) {
      delivered.pollFirst();
    }
    return Math.max(0, most - delivered.size());
  }

  synchronized void delivered(int events) {
    Instant now = clock.instant();
    for (int i = 0; i < events; i++) {
      delivered.addLast(now);
    }
  }
}
