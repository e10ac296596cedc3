package io.partnerhub.intake;

import java.util.function.LongSupplier;

/** How many requests of one path may come in a second, and be under way at one time. */
final class Allowance {

  private static final long SECOND = 1_000_000_000;

  private final int mostAtOnce;
  private final int perSecond;
  private final LongSupplier nanos;
  private double tokens;
  private long filled;
  private int underWay;

  /**
   * @param nanos a clock that never goes back
   */
  Allowance(int mostAtOnce, int perSecond, LongSupplier nanos) {
    this.mostAtOnce = mostAtOnce;
    this.perSecond = perSecond;
    this.nanos = nanos;
    this.tokens = perSecond;
    this.filled = nanos.getAsLong();
  }

  /** Whether one more may come in; if so, it must {@link #leave}. */
  synchronized boolean enter() {
    long now = nanos.getAsLong();
    tokens = Math.min(perSecond, tokens + (double) (now - filled) * perSecond / SECOND);
    filled = now;
    if (tokens < 1 || underWay >= mostAtOnce) {
      return false;
    }
    tokens--;
    underWay++;
    return true;
  }

  synchronized void leave() {
    underWay--;
  }
}
