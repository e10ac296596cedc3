package io.partnerhub.sandbox.bench.measure;

import io.partnerhub.cli.CommandFailure;
import io.partnerhub.cli.ExitCode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition, for so long as it can still come true and no longer than a limit. */
public record Patience(Duration limit, Runnable stillPossible) {

  private static final Duration LEAST = Duration.ofSeconds(120);
  private static final int SLOWEST_RECORDS_A_SECOND = 100;

  private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(5);

  /** With a stage that moves so many records. */
  public static Patience with(int records, HubProcess hub) {
    Duration bySize = Duration.ofSeconds(records / SLOWEST_RECORDS_A_SECOND);
    return new Patience(LEAST.plus(bySize), hub::checkAlive);
  }

  /**
   * Looks every few milliseconds.
   *
   * @throws CommandFailure when the limit is over; it says what was waited for and how far it came
   */
  public void until(String what, BooleanSupplier holds, Supplier<String> progress) {
    long end = System.nanoTime() + limit.toNanos();
    while (!holds.getAsBoolean()) {
      stillPossible.run();
      if (System.nanoTime() > end) {
        throw new CommandFailure(
            ExitCode.CHECK_FAILED,
            "%s did not happen within %d s: %s".formatted(what, limit.toSeconds(), progress.get()));
      }
      LockSupport.parkNanos(LOOK_EVERY);
    }
  }
}
