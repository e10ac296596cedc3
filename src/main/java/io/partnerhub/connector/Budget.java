package io.partnerhub.connector;

import io.partnerhub.sync.system.CallBudget;
import io.partnerhub.sync.system.Urgency;
import io.partnerhub.sync.system.UsedCalls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls in a sliding window: never more than the limit in any window, and the less urgent yield
 * when they get scarce. What is used is kept in slices of the window, of which a part counts as
 * long as any of it may still be in the window. Where it is kept it is kept ahead, some calls at a
 * time: a hub that is killed finds no less than it used.
 */
public final class Budget {

  private static final Logger LOG = LoggerFactory.getLogger(Budget.class);
  private static final int SLICES = 60;

  /** So many calls are kept at once, or a twentieth of a small budget. */
  private static final long MOST_AHEAD = 10;

  private static final int SHARE_AHEAD = 20;

  private final long limit;
  private final Duration window;
  private final Duration slice;
  private final Clock clock;
  private final Deque<Slice> slices = new ArrayDeque<>();
  private final long ahead;
  private UsedCalls kept;

  /**
   * A part of the window.
   *
   * @param kept what is kept of it, which is more than is used while calls are under way
   */
  private record Slice(Instant begin, Map<Urgency, Long> used, Map<Urgency, Long> kept) {
    Slice(Instant begin) {
      this(begin, new EnumMap<>(Urgency.class), new EnumMap<>(Urgency.class));
    }
  }

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
    this.ahead = Math.max(1, Math.min(MOST_AHEAD, limit / SHARE_AHEAD));
  }

  /** Goes on with what was kept, and keeps what is used from now on; before the first call. */
  synchronized void remember(UsedCalls calls) {
    kept = calls;
    for (UsedCalls.Slice found : calls.since(firstThatCounts(clock.instant()))) {
      Slice one = new Slice(found.begin());
      one.used().putAll(found.calls());
      one.kept().putAll(found.calls());
      slices.addLast(one);
    }
  }

  /** Keeps exactly what was used: no call follows soon. */
  synchronized void settle() {
    if (kept != null && !slices.isEmpty()) {
      keep(slices.peekLast(), UnaryOperator.identity());
    }
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
      settle();
      last = new Slice(now);
      slices.addLast(last);
    }
    long used = last.used().merge(urgency, (long) weight, Long::sum);
    if (kept != null && used > last.kept().getOrDefault(urgency, 0L)) {
      keep(last, n -> (n + ahead - 1) / ahead * ahead);
    }
  }

  /** The calls go on without: what cannot be kept now is kept with the next. */
  private void keep(Slice one, UnaryOperator<Long> counted) {
    Map<Urgency, Long> calls = new EnumMap<>(Urgency.class);
    one.used().forEach((urgency, n) -> calls.put(urgency, counted.apply(n)));
    if (calls.equals(one.kept())) {
      return;
    }
    try {
      kept.keep(new UsedCalls.Slice(one.begin(), calls), firstThatCounts(clock.instant()));
      one.kept().putAll(calls);
    } catch (RuntimeException e) {
      LOG.warn("How many calls are used cannot be kept: {}", e.getMessage());
    }
  }

  private Instant firstThatCounts(Instant now) {
    return now.minus(window).minus(slice);
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
