package io.partnerhub.sandbox.demo;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** Looks again and again until something is true, for a bounded time. */
final class Wait {

  private static final long LOOK_EVERY_MS = 10;

  private Wait() {}

  /** The milliseconds it took; empty when it did not come true in time. */
  static OptionalLong until(Duration most, BooleanSupplier condition) throws InterruptedException {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > most.toNanos()) {
        return OptionalLong.empty();
      }
      Thread.sleep(LOOK_EVERY_MS);
    }
    return OptionalLong.of((System.nanoTime() - start) / 1_000_000);
  }
}
