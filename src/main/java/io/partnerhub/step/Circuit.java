package io.partnerhub.step;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.partnerhub.sync.system.Backoff;
import io.partnerhub.sync.system.SystemUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Resilience4j's circuit breaker for the steps of one system. A step is a whole poll or a batch,
 * which is why one that fails opens it: its own default of 100 calls would take hours to see that a
 * system is away.
 */
final class Circuit {

  static final Duration FIRST = Duration.ofSeconds(1);
  static final Duration LONGEST = Duration.ofMinutes(1);

  private final CircuitBreaker breaker;

  Circuit(String system, Clock clock) {
    this.breaker = CircuitBreaker.of(system, config(clock));
  }

  /** Time goes by the clock alone, and it half-opens with the first step that asks. */
  static CircuitBreakerConfig config(Clock clock) {
    return CircuitBreakerConfig.custom()
        .slidingWindowType(SlidingWindowType.COUNT_BASED)
        .slidingWindowSize(1)
        .minimumNumberOfCalls(1)
        .failureRateThreshold(100)
        .slowCallRateThreshold(100)
        .slowCallDurationThreshold(Duration.ofDays(1)) // a first read is slow, and no failure
        .waitIntervalFunctionInOpenState(attempt -> pause(attempt).toMillis() - 1)
        .permittedNumberOfCallsInHalfOpenState(1) // one step probes, not ten
        .automaticTransitionFromOpenToHalfOpenEnabled(false)
        .writableStackTraceEnabled(false)
        .clock(clock)
        .build();
  }

  /**
   * How long a system is left alone.
   *
   * @param failures in a row, from 1
   */
  static Duration pause(int failures) {
    return new Backoff(FIRST, LONGEST).after(failures);
  }

  CircuitBreaker.State state() {
    return breaker.getState();
  }

  boolean isHalfOpen() {
    return state() == CircuitBreaker.State.HALF_OPEN;
  }

  /** Whether a step may begin; where it may, one of the three below has to follow. */
  boolean enter() {
    return breaker.tryAcquirePermission();
  }

  void succeeded() {
    breaker.onSuccess(0, TimeUnit.NANOSECONDS);
  }

  void failed(SystemUnavailable why) {
    breaker.onError(0, TimeUnit.NANOSECONDS, why);
  }

  /** The step ended without having heard of the system. */
  void leave() {
    breaker.releasePermission();
  }

  /** The next step probes, however long it was to be left alone, and whatever probed before. */
  void probeNow() {
    if (state() != CircuitBreaker.State.CLOSED) {
      breaker.transitionToHalfOpenState();
    }
  }
}
