package io.partnerhub.connector.salesforce;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The org's calls in 24 hours, of which the hub leaves a part to people and other apps. */
final class Allocation {

  /** What {@code /limits} tells may be so old. */
  private static final Duration LAG = Duration.ofMinutes(5);

  private static final int PERCENT = 100;

  private final int reserve;
  private final Clock clock;
  private ApiUsage usage;
  private Instant askAgainAt = Instant.MIN;

  /**
   * @param reserve percent of the org's calls that the hub never uses
   */
  Allocation(int reserve, Clock clock) {
    this.reserve = reserve;
    this.clock = clock;
  }

  synchronized void told(ApiUsage told) {
    usage = told;
    askAgainAt = clock.instant().plus(LAG);
  }

  /** As of the last answer; null until one told. */
  synchronized ApiUsage usage() {
    return usage;
  }

  /** Whether no more than the reserve is left. */
  synchronized boolean isSpent() {
    return usage != null && usage.used() >= usage.max() - (long) usage.max() * reserve / PERCENT;
  }

  /** When to ask how many are used by then; empty while more than the reserve is left. */
  synchronized Optional<Instant> spentUntil() {
    return isSpent() && clock.instant().isBefore(askAgainAt)
        ? Optional.of(askAgainAt)
        : Optional.empty();
  }

  /**
   * How long it stays spent at least.
   *
   * @param otherwise where it may have been freed meanwhile
   */
  Duration wait(Duration otherwise) {
    return spentUntil().map(until -> Duration.between(clock.instant(), until)).orElse(otherwise);
  }

  /** One call asks, and others wait for what it learns. */
  synchronized boolean isToBeAsked() {
    if (!isSpent() || clock.instant().isBefore(askAgainAt)) {
      return false;
    }
    askAgainAt = clock.instant().plus(LAG);
    return true;
  }
}
