package io.partnerhub.step;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Lets a read end before what it found is written, so that one change makes full calls. A system
 * that does not answer holds nobody up, nor does a read that finds more than calls can hold.
 */
public final class Gathering {

  private static final Duration GLANCE = Duration.ofSeconds(2);
  private static final Duration PAGE = Duration.ofSeconds(10);

  /** So many make full calls without waiting for more. */
  private static final int ENOUGH = 10_000;

  private final Clock clock;
  private final Duration first;
  private final Set<Wait> waits = new HashSet<>();
  private long begun;

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
    private long number;
    private Instant until;
    private int found;
  }

  void during(Runnable work) {
    during(rows -> work.run());
  }

  /**
   * Runs a read.
   *
   * @param read gets what it is to tell how many rows it found, page by page
   */
  void during(Consumer<IntConsumer> read) {
    Wait wait = begin();
    try {
      read.accept(rows -> found(wait, rows));
    } finally {
      end(wait);
    }
  }

  private synchronized Wait begin() {
    Wait wait = new Wait();
    wait.number = ++begun;
    wait.until = clock.instant().plus(first);
    waits.add(wait);
    return wait;
  }

  /** While it goes on, its news are worth the wait: some, not all that a day without it left. */
  private synchronized void found(Wait wait, int rows) {
    wait.found += rows;
    if (wait.found > ENOUGH) {
      waits.remove(wait);
    } else if (rows > 0) {
      wait.until = clock.instant().plus(PAGE);
    }
  }

  private synchronized void end(Wait wait) {
    waits.remove(wait);
  }

  /** A writer's; it is for one thread. */
  Turn turn() {
    return new Turn();
  }

  /**
   * Lets one writer in. It waits for the reads that are under way when it first wants to write, and
   * for none that begins later: where one read follows the other, it would never write.
   */
  final class Turn {

    private static final long NOT_WAITING = -1;

    private long wanted = NOT_WAITING;

    /** Whether to wait with writing; when the read ends, its route wakes the writers. */
    boolean mustWait() {
      synchronized (Gathering.this) {
        long since = wanted == NOT_WAITING ? begun : wanted;
        Instant now = clock.instant();
        boolean waits =
            Gathering.this.waits.stream()
                .anyMatch(wait -> wait.number <= since && now.isBefore(wait.until));
        wanted = waits ? since : NOT_WAITING;
        return waits;
      }
    }
  }
}
