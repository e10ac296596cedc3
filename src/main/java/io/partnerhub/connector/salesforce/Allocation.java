package io.partnerhub.connector.salesforce;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The org's calls in 24 hours, of which the hub leaves a part to people and other apps. */
final class Allocation {

  /** What {@code /limits} tells may be so old. */
  private static final Duration LAG = Duration.ofMinutes(5);

  /** Others may have used any number in so long; a poll is more frequent. */
  private static final Duration SILENCE = Duration.ofHours(1);

  private static final int PERCENT = 100;

  private final int reserve;
  private final Clock clock;
  private ApiUsage usage;
  private Instant toldAt = Instant.MIN;
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
    toldAt = clock.instant();
    askAgainAt = toldAt.plus(LAG);
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

  /**
   * Whether a call is to ask: at the start, after a long silence, and while it is spent. One asks
   * for all, and no more often than every five minutes.
   */
  synchronized boolean isToBeAsked() {
    Instant now = clock.instant();
    boolean isOld = now.minus(SILENCE).isAfter(toldAt);
    if (!(isSpent() || isOld) || now.isBefore(askAgainAt)) {
      return false;
    }
    askAgainAt = now.plus(LAG);
    return true;
  }
}
