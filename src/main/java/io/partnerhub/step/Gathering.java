package io.partnerhub.step;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Lets a read end before what it found is written, so that one change makes full calls. A system
 * that does not answer holds nobody up, and a read that goes on and on not for long.
 */
public final class Gathering {

  private static final Duration GLANCE = Duration.ofSeconds(2);
  private static final Duration NEWS = Duration.ofSeconds(10);

  private final Clock clock;
  private final Duration first;
  private final Set<Wait> waits = new HashSet<>();

  /** Of reads. */
  public Gathering(Clock clock) {
    this(clock, GLANCE);
  }

  /**
   * Of other work.
   *
   * @param longest what takes longer holds nobody up any more
   */
  Gathering(Clock clock, Duration longest) {
    this.clock = clock;
    this.first = longest;
  }

  private static final class Wait {
    private Instant until;
  }

  void during(Runnable work) {
    during(found -> work.run());
  }

  /**
   * Runs a read.
   *
   * @param read gets what it is to run once it knows that there are news: they are worth a longer
   *     wait
   */
  void during(Consumer<Runnable> read) {
    Wait wait = new Wait();
    set(wait, first);
    try {
      read.accept(() -> set(wait, NEWS));
    } finally {
      end(wait);
    }
  }

  private synchronized void set(Wait wait, Duration longest) {
    wait.until = clock.instant().plus(longest);
    waits.add(wait);
  }

  private synchronized void end(Wait wait) {
    waits.remove(wait);
  }

  /** Whether to wait with writing; when the read ends, its route wakes the writers. */
  synchronized boolean isUnderWay() {
    Instant now = clock.instant();
    return waits.stream().anyMatch(wait -> now.isBefore(wait.until));
  }
}
