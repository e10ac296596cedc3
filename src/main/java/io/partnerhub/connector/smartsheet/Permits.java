package io.partnerhub.connector.smartsheet;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.partnerhub.sync.CallBudget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lets calls through at the pace that the service allows, and none while it wants to be left. */
final class Permits {

  /** A sliding minute touches at most four such cycles, so a quarter each never exceeds a share. */
  private static final Duration CYCLE = Duration.ofSeconds(20);

  private static final int CYCLES_IN_A_SLIDING_MINUTE = 4;

  private final RateLimiter limiter;
  private final Clock clock;
  private volatile Instant pausedUntil = Instant.MIN;

  Permits(int requestsPerMinute, Clock clock) {
    this.clock = clock;
    this.limiter =
        RateLimiter.of(
            "smartsheet",
            RateLimiterConfig.custom()
                .limitRefreshPeriod(CYCLE)
                .limitForPeriod(requestsPerMinute / CYCLES_IN_A_SLIDING_MINUTE)
                .timeoutDuration(CYCLE)
                .build());
  }

  /**
   * Waits for a turn, at most one cycle.
   *
   * @throws ApiFault when there is none in that time, or the service asked for a pause
   */
  void take(Request request) {
    Instant now = clock.instant();
    Instant until = pausedUntil;
    if (now.isBefore(until)) {
      throw rateLimited(
          request, "Smartsheet asked to be left alone for a while", Duration.between(now, until));
    }
    long nanos = limiter.reservePermission(request.weight());
    if (nanos < 0) {
      throw rateLimited(request, "the hub's own calls per minute are used up", CYCLE);
    }
    if (nanos > 0) {
      sleep(request, Duration.ofNanos(nanos));
    }
  }

  /** What was taken of the cycle that runs. */
  CallBudget budget() {
    int perCycle = limiter.getRateLimiterConfig().getLimitForPeriod();
    return new CallBudget(
        (long) perCycle - limiter.getMetrics().getAvailablePermissions(), perCycle, CYCLE);
  }

  /** No call for so long; a longer pause that already stands stays. */
  void pause(Duration length) {
    Instant until = clock.instant().plus(length);
    synchronized (this) {
      if (until.isAfter(pausedUntil)) {
        pausedUntil = until;
      }
    }
  }

  private static ApiFault rateLimited(Request request, String why, Duration after) {
    return new ApiFault(
        FaultClass.RATE_LIMIT,
        "4003",
        "The " + request + " was not sent: " + why,
        ApiFault.NO_ROW,
        after,
        null);
  }

  private static void sleep(Request request, Duration time) {
    try {
      Thread.sleep(time.toMillis() + 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiFault(
          FaultClass.NOT_SENT,
          "STOPPING",
          "The " + request + " was not sent: the hub is stopping",
          ApiFault.NO_ROW,
          null,
          e);
    }
  }
}
