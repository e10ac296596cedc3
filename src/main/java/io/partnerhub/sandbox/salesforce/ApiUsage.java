package io.partnerhub.sandbox.salesforce;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How many calls of the day are used; the day begins with its first call. */
final class ApiUsage {

  private static final int ENTERPRISE_CALLS = 100_000;
  private static final Duration DAY = Duration.ofHours(24);

  private final Clock clock;
  private int most = ENTERPRISE_CALLS;
  private int used;
  private Instant begin;

  ApiUsage(Clock clock) {
    this.clock = clock;
    this.begin = clock.instant();
  }

  /**
   * Counts a call.
   *
   * @throws ApiError when none is left
   */
  void count() {
    if (Duration.between(begin, clock.instant()).compareTo(DAY) >= 0) {
      begin = clock.instant();
      used = 0;
    }
    if (used >= most) {
      throw exceeded();
    }
    used++;
  }

  static ApiError exceeded() {
    return new ApiError(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
  }

  void allow(int calls) {
    most = calls;
  }

  int most() {
    return most;
  }

  int left() {
    return Math.max(0, most - used);
  }

  /** The value of the header {@code Sforce-Limit-Info}. */
  String header() {
    return "api-usage=" + used + "/" + most;
  }
}
