package io.partnerhub.connector;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.system.CallBudget;
import io.partnerhub.sync.system.Urgency;
import io.partnerhub.sync.system.UsedCalls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one gate of all calls to a system: not too many at once, none above the budget, the urgent
 * ones first, and none while the system wants to be left alone.
 */
public final class Pace {

  /** As many as the connections that {@link Http} opens. */
  private static final int AT_ONCE = 4;

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** So that a read in pages goes on when its part of a minute is used up. */
  private static final Duration LONGEST_WAIT = MINUTE.plusSeconds(5);

  private static final Refusal TOO_LATE =
      new Refusal(
          ReasonClass.RATE_LIMIT,
          "NOT_SENT",
          "the calls before it took too long, and others may have written it by now",
          null);

  private final String system;
  private final Budget budget;
  private final Clock clock;
  private final Sleep sleep;
  private final Bulkhead bulkhead;
  private final ThreadLocal<Urgency> urgency = ThreadLocal.withInitial(() -> Urgency.NEWS);
  private final ThreadLocal<Instant> sendBefore = ThreadLocal.withInitial(() -> Instant.MAX);
  private volatile Instant pausedUntil = Instant.MIN;

  /**
   * Why a call must not be made now.
   *
   * @param after how long to wait before another try; null for no longer than usual
   */
  public record Refusal(ReasonClass kind, String code, String why, Duration after) {}

  /** Lets time pass. */
  @FunctionalInterface
  public interface Sleep {
    void during(Duration duration) throws InterruptedException;
  }

  /**
   * A pace that nothing was taken of.
   *
   * @param system what messages call it
   * @param clock measures the pauses and the budget
   */
  public Pace(String system, Budget budget, Clock clock) {
    this(system, budget, clock, wait -> Thread.sleep(wait.toMillis() + 1));
  }

  /**
   * A pace that waits in another way than by sleeping.
   *
   * @param sleep must let as much time pass by the clock, too
   */
  public Pace(String system, Budget budget, Clock clock, Sleep sleep) {
    this.system = system;
    this.budget = budget;
    this.clock = clock;
    this.sleep = sleep;
    this.bulkhead =
        Bulkhead.of(
            system,
            BulkheadConfig.custom().maxConcurrentCalls(AT_ONCE).maxWaitDuration(MINUTE).build());
  }

  /** So many calls in any minute. */
  public static Pace perMinute(String system, int calls, Clock clock) {
    return new Pace(system, new Budget(calls, MINUTE, clock), clock);
  }

  /**
   * Goes on with what a former run of the hub used of the budget; before the first call.
   *
   * @return this
   */
  public Pace remembering(UsedCalls calls) {
    budget.remember(calls);
    return this;
  }

  /** No call follows: what was used is kept. */
  public void settle() {
    budget.settle();
  }

  /** Runs what makes calls of one urgency. */
  <T> T during(Urgency of, Supplier<T> calls) {
    Urgency before = urgency.get();
    urgency.set(of);
    try {
      return calls.get();
    } finally {
      urgency.set(before);
    }
  }

  /** Runs what makes calls, none of which begins from an instant on. */
  public <T> T until(Instant end, Supplier<T> calls) {
    Instant before = sendBefore.get();
    sendBefore.set(end);
    try {
      return calls.get();
    } finally {
      sendBefore.set(before);
    }
  }

  /**
   * Waits for a turn, at most about a minute. When the call may be made, {@link #done} has to
   * follow it.
   *
   * @param weight calls that the system counts for it
   * @return empty when the call may be made
   * @throws InterruptedException when the hub stops meanwhile
   */
  public Optional<Refusal> take(int weight) throws InterruptedException {
    if (!bulkhead.tryAcquirePermission()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException();
      }
      return Optional.of(
          new Refusal(
              ReasonClass.RATE_LIMIT,
              "NOT_SENT",
              "none of " + AT_ONCE + " calls to " + system + " has ended for a minute",
              MINUTE));
    }
    Optional<Refusal> refusal = Optional.empty();
    boolean taken = false;
    try {
      refusal = takeOfBudget(weight);
      taken = refusal.isEmpty();
    } finally {
      if (!taken) {
        bulkhead.releasePermission();
      }
    }
    return refusal;
  }

  /** The call has ended, however it did. */
  public void done() {
    bulkhead.onComplete();
  }

  private Optional<Refusal> takeOfBudget(int weight) throws InterruptedException {
    Instant latest = clock.instant().plus(LONGEST_WAIT);
    while (true) {
      Instant now = clock.instant();
      if (!now.isBefore(sendBefore.get())) {
        return Optional.of(TOO_LATE);
      }
      Instant paused = pausedUntil;
      if (now.isBefore(paused)) {
        return Optional.of(
            new Refusal(
                ReasonClass.RATE_LIMIT,
                "NOT_SENT",
                system + " asked to be left alone for a while",
                Duration.between(now, paused)));
      }
      Optional<Duration> wait = budget.take(urgency.get(), weight);
      if (wait.isEmpty()) {
        return Optional.empty();
      }
      if (now.plus(wait.get()).isAfter(latest)) {
        return Optional.of(spent(now, wait.get()));
      }
      sleep.during(wait.get());
    }
  }

  private Refusal spent(Instant now, Duration wait) {
    return new Refusal(
        ReasonClass.BUDGET,
        CallBudget.SPENT,
        "the hub's own calls are used up until " + now.plus(wait),
        wait);
  }

  /** The hub's share, and what is used of it. */
  public CallBudget budget() {
    return budget.now();
  }

  /** Until when no call of this urgency is left; empty while one is. */
  public Optional<Instant> spentUntil(Urgency of) {
    return budget.spentUntil(of);
  }

  /** No call for so long; a longer pause that already stands stays. */
  public synchronized void pause(Duration length) {
    Instant until = clock.instant().plus(length);
    if (until.isAfter(pausedUntil)) {
      pausedUntil = until;
    }
  }
}
