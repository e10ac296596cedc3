package io.partnerhub.connector;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.partnerhub.sync.CallBudget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Lets calls through at the hub's pace, and none while a system wants to be left alone. */
public final class Pace {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final String system;
  private final Duration cycle;
  private final Clock clock;
  private final RateLimiter limiter;
  private volatile Instant pausedUntil = Instant.MIN;

  /**
   * Why a call must not be made now.
   *
   * @param after how long to wait before another try
   */
  public record Refusal(String why, Duration after) {}

  /**
   * A pace that nothing was taken of.
   *
   * @param system what messages call it
   * @param callsPerMinute the hub's share in any minute; a cycle gets so small a part of it that
   *     the cycles which a sliding minute touches never exceed it
   * @param cycle a whole part of a minute
   * @param clock measures the pauses
   */
  public Pace(String system, int callsPerMinute, Duration cycle, Clock clock) {
    this.system = system;
    this.cycle = cycle;
    this.clock = clock;
    int cyclesInASlidingMinute = (int) MINUTE.dividedBy(cycle) + 1;
    this.limiter =
        RateLimiter.of(
            system,
            RateLimiterConfig.custom()
                .limitRefreshPeriod(cycle)
                .limitForPeriod(callsPerMinute / cyclesInASlidingMinute)
                .timeoutDuration(cycle)
                .build());
  }

  /**
   * Waits for a turn, at most one cycle.
   *
   * @param weight calls that the system counts for it
   * @return empty when the call may be made
   * @throws InterruptedException when the hub stops meanwhile
   */
  public Optional<Refusal> take(int weight) throws InterruptedException {
    Instant now = clock.instant();
    Instant until = pausedUntil;
    if (now.isBefore(until)) {
      return Optional.of(
          new Refusal(
              system + " asked to be left alone for a while", Duration.between(now, until)));
    }
    long nanos = limiter.reservePermission(weight);
    if (nanos < 0) {
      return Optional.of(new Refusal("the hub's own calls per minute are used up", cycle));
    }
    if (nanos > 0) {
      Thread.sleep(Duration.ofNanos(nanos).toMillis() + 1);
    }
    return Optional.empty();
  }

  /** The hub's share of one cycle, and what is used of it. */
  public CallBudget budget() {
    int perCycle = limiter.getRateLimiterConfig().getLimitForPeriod();
    return new CallBudget(
        (long) perCycle - limiter.getMetrics().getAvailablePermissions(), perCycle, cycle);
  }

  /** No call for so long; a longer pause that already stands stays. */
  public synchronized void pause(Duration length) {
    Instant until = clock.instant().plus(length);
    if (until.isAfter(pausedUntil)) {
      pausedUntil = until;
    }
  }
}
