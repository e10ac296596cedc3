package io.partnerhub;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. */
public final class SettableClock extends Clock {

  private final Instant start;
  private volatile Instant now;

  /**
   * A clock.
   *
   * @param start its first instant, in ISO form
   */
  public SettableClock(String start) {
    this.start = Instant.parse(start);
    this.now = this.start;
  }

  public void advance(Duration time) {
    now = now.plus(time);
  }

  /** Back to its first instant. */
  public void reset() {
    now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("always UTC");
  }
}
