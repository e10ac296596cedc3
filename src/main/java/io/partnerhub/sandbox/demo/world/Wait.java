package io.partnerhub.sandbox.demo.world;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** Looks again and again until something is true, for a bounded time. */
public final class Wait {

  private static final Duration LOOK_EVERY = Duration.ofMillis(10);

  private Wait() {}

  /** The milliseconds it took; empty when it did not come true in time. */
  public static OptionalLong until(Duration most, BooleanSupplier condition)
      throws InterruptedException {
    return until(most, LOOK_EVERY, condition);
  }

  /** The same for a condition that costs more to look at. */
  public static OptionalLong until(Duration most, Duration lookEvery, BooleanSupplier condition)
      throws InterruptedException {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > most.toNanos()) {
        return OptionalLong.empty();
      }
      Thread.sleep(lookEvery.toMillis());
    }
    return OptionalLong.of((System.nanoTime() - start) / 1_000_000);
  }
}
