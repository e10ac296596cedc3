package io.partnerhub.step;

import java.util.function.BooleanSupplier;

/** Whether the last attempt came to nothing; one under way is no reason for another beside it. */
final class Owed {

  private volatile boolean owed;

  boolean isOwed() {
    return owed;
  }

  /**
   * Attempts it.
   *
   * @param work gives whether it was done; what it throws is passed on
   */
  void attempt(BooleanSupplier work) {
    boolean done = false;
    try {
      done = work.getAsBoolean();
    } finally {
      owed = !done;
    }
  }
}
