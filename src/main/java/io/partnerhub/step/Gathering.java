package io.partnerhub.step;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets a short read end before what it found is written, so that one change makes full calls. A
 * read that takes long holds nobody up: it may be a first one, or its system may not answer.
 */
public final class Gathering {

  private static final Duration SHORT = Duration.ofSeconds(2);

  private final Clock clock;
  private final Duration longest;
  private final List<Instant> waits = new ArrayList<>();

  /** Of reads. */
  public Gathering(Clock clock) {
    this(clock, SHORT);
  }

  /**
   * Of other work.
   *
   * @param longest what takes longer holds nobody up any more
   */
  Gathering(Clock clock, Duration longest) {
    this.clock = clock;
    this.longest = longest;
  }

  void during(Runnable read) {
    Instant until = clock.instant().plus(longest);
    begin(until);
    try {
      read.run();
    } finally {
      end(until);
    }
  }

  private synchronized void begin(Instant until) {
    waits.add(until);
  }

  private synchronized void end(Instant until) {
    waits.remove(until);
  }

  /** Whether to wait with writing; when the read ends, its route wakes the writers. */
  synchronized boolean isUnderWay() {
    Instant now = clock.instant();
    return waits.stream().anyMatch(now::isBefore);
  }
}
