package io.partnerhub.connector;

import io.partnerhub.sync.CallBudget;
import io.partnerhub.sync.Urgency;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * Calls in a sliding window: never more than the limit in any window, and the less urgent yield
 * when they get scarce. What is used is kept in slices of the window, of which a part counts as
 * long as any of it may still be in the window.
 */
public final class Budget {

  private static final int SLICES = 60;

  private final long limit;
  private final Duration window;
  private final Duration slice;
  private final Clock clock;
  private final Deque<Slice> slices = new ArrayDeque<>();

  private record Slice(Instant begin, Map<Urgency, Long> used) {}

  /**
   * A budget of which nothing is used.
   *
   * @param limit most calls in any window
   */
  public Budget(long limit, Duration window, Clock clock) {
    this.limit = limit;
    this.window = window;
    this.slice = window.dividedBy(SLICES);
    this.clock = clock;
  }

  /**
   * Takes calls.
   *
   * @param weight calls that the system counts for one
   * @return empty when they are taken; else how long until they can be, if nobody takes others
   */
  synchronized Optional<Duration> take(Urgency urgency, int weight) {
    Instant now = clock.instant();
    Optional<Duration> wait = untilFree(urgency, weight, now);
    if (wait.isEmpty()) {
      use(urgency, weight, now);
    }
    return wait;
  }

  /** Until when it has no call left; empty while it has. */
  synchronized Optional<Instant> spentUntil(Urgency urgency) {
    Instant now = clock.instant();
    return untilFree(urgency, 1, now).map(now::plus);
  }

  /** What is used now, and of how much. */
  synchronized CallBudget now() {
    forget(clock.instant());
    return new CallBudget(total(used(slices.iterator())), limit, window);
  }

  private void use(Urgency urgency, int weight, Instant now) {
    Slice last = slices.peekLast();
    if (last == null || !now.isBefore(last.begin().plus(slice))) {
      last = new Slice(now, new EnumMap<>(Urgency.class));
      slices.addLast(last);
    }
    last.used().merge(urgency, (long) weight, Long::sum);
  }

  private void forget(Instant now) {
    while (!slices.isEmpty() && !end(slices.peekFirst()).isAfter(now)) {
      slices.removeFirst();
    }
  }

  /** Whatever was taken in a slice is out of the window then. */
  private Instant end(Slice one) {
    return one.begin().plus(slice).plus(window);
  }

  private Optional<Duration> untilFree(Urgency urgency, int weight, Instant now) {
    forget(now);
    Iterator<Slice> later = slices.iterator();
    Map<Urgency, Long> used = used(slices.iterator());
    Duration wait = null;
    while (!isFree(urgency, weight, used)) {
      if (!later.hasNext()) {
        return Optional.of(window); // too heavy for the whole budget
      }
      Slice leaving = later.next();
      leaving.used().forEach((u, n) -> used.merge(u, -n, Long::sum));
      wait = Duration.between(now, end(leaving));
    }
    return Optional.ofNullable(wait);
  }

  private boolean isFree(Urgency urgency, int weight, Map<Urgency, Long> used) {
    long after = total(used) + weight;
    long ofOthers = 0;
    for (Urgency other : Urgency.values()) {
      if (other != urgency) {
        ofOthers += Math.max(0, other.own(limit) - used.getOrDefault(other, 0L));
      }
    }
    boolean isOwn = used.getOrDefault(urgency, 0L) + weight <= urgency.own(limit);
    return after + ofOthers <= limit && (isOwn || after <= urgency.upTo(limit));
  }

  private static Map<Urgency, Long> used(Iterator<Slice> slices) {
    Map<Urgency, Long> used = new EnumMap<>(Urgency.class);
    slices.forEachRemaining(s -> s.used().forEach((u, n) -> used.merge(u, n, Long::sum)));
    return used;
  }

  private static long total(Map<Urgency, Long> used) {
    return used.values().stream().mapToLong(Long::longValue).sum();
  }
}
