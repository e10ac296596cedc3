package io.partnerhub.sandbox.bench;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How much a measurement of push changes.
 *
 * @param changes made one at a time in each system
 * @param rate changes a second under load
 * @param seconds of load
 * @param burst changes made in a second
 */
record PushPlan(int changes, int rate, int seconds, int burst) {

  private static final int DISTANT_OF = 5;

  /** Each takes a while. */
  int distantChanges() {
    return Math.max(1, changes / DISTANT_OF);
  }

  /** The last ones; both bursts change them. */
  List<Integer> burstOrders() {
    return IntStream.rangeClosed(orders() - burst + 1, orders()).boxed().toList();
  }

  /** Each change needs one of its own: those that warm up, too. */
  int orders() {
    int each = 2 * changes + distantChanges();
    return each * Direction.systems().size() + rate * seconds + burst;
  }
}
