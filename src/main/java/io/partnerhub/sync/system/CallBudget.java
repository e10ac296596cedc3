package io.partnerhub.sync.system;

import java.time.Duration;

/**
 * Calls that a system lets the hub make, as last known.
 *
 * @param used calls made in the window, by everybody whom the system counts together
 * @param limit most calls in the window
 * @param window how long the system counts
 */
public record CallBudget(long used, long limit, Duration window) {

  /** Code of a call that was not made because the hub's own budget is spent. */
  public static final String SPENT = "BUDGET_SPENT";

  /** Calls that are still free; never negative. */
  public long left() {
    return Math.max(0, limit - used);
  }
}
