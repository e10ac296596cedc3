package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.partnerhub.sync.CallBudget;
import io.partnerhub.sync.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lets calls through at the hub's pace, and none while the API wants to be left alone. */
final class Permits {

  /**
   * A sliding minute touches at most seven such cycles, so a seventh each never exceeds a share.
   */
  private static final Duration CYCLE = Duration.ofSeconds(10);

  private static final int CYCLES_IN_A_SLIDING_MINUTE = 7;

  private final RateLimiter limiter;
  private final Clock clock;
  private volatile Instant pausedUntil = Instant.MIN;

  Permits(int requestsPerMinute, Clock clock) {
    this.clock = clock;
    this.limiter =
        RateLimiter.of(
            "fulfillment",
            RateLimiterConfig.custom()
                .limitRefreshPeriod(CYCLE)
                .limitForPeriod(requestsPerMinute / CYCLES_IN_A_SLIDING_MINUTE)
                .timeoutDuration(CYCLE)
                .build());
  }

  /**
   * Waits for a turn, at most one cycle.
   *
   * @throws ApiFault when there is none in that time, or the API asked for a pause
   */
  void take(Request request) {
    Instant now = clock.instant();
    Instant until = pausedUntil;
    if (now.isBefore(until)) {
      throw notSent(
          request, "the API asked to be left alone for a while", Duration.between(now, until));
    }
    if (!limiter.acquirePermission()) {
      throw notSent(request, "the hub's own calls per minute are used up", CYCLE);
    }
  }

  /** The hub's share of one cycle, and what is used of it. */
  CallBudget budget() {
    int perCycle = limiter.getRateLimiterConfig().getLimitForPeriod();
    return new CallBudget(
        (long) perCycle - limiter.getMetrics().getAvailablePermissions(), perCycle, CYCLE);
  }

  /** No call for so long; a longer pause that already stands stays. */
  synchronized void pause(Duration length) {
    Instant until = clock.instant().plus(length);
    if (until.isAfter(pausedUntil)) {
      pausedUntil = until;
    }
  }

  private static ApiFault notSent(Request request, String why, Duration after) {
    return new ApiFault(
        Meaning.LATER,
        0,
        MissingNode.getInstance(),
        new Outcome.Reason("NOT_SENT", "The " + request + " was not sent: " + why),
        after,
        null);
  }
}
