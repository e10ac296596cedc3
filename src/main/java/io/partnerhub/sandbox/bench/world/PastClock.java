package io.partnerhub.sandbox.bench.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Runs behind, so that records can be made up that were not all changed in the last minute. */
final class PastClock extends Clock {

  private volatile Duration behind = Duration.ZERO;

  void behind(Duration time) {
    behind = time;
  }

  @Override
  public Instant instant() {
    return Instant.now().minus(behind);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("The simulators use UTC");
  }
}
