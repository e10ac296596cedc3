package io.partnerhub.sandbox.bench.push;

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

  /** A daemon runs for months: its first half minute says little, and its simulators' less. */
  private static final int WARM_UP_TIMES = 4;

  private static final int WARM_UP_SECONDS = 5;

  /** Each takes a while. */
  int distantChanges() {
    return Math.max(1, changes / DISTANT_OF);
  }

  /** Made before any is counted, one at a time in each system. */
  int warmUpChanges() {
    return WARM_UP_TIMES * changes;
  }

  /** Seconds of load before any change is counted. */
  int warmUpSeconds() {
    return Math.min(WARM_UP_SECONDS, seconds);
  }

  /** The last ones; both bursts change them. */
  List<Integer> burstOrders() {
    return IntStream.rangeClosed(orders() - burst + 1, orders()).boxed().toList();
  }

  /** Each change needs one of its own: those that warm up, too. */
  int orders() {
    int each = warmUpChanges() + changes + distantChanges();
    return each * Direction.systems().size() + rate * (warmUpSeconds() + seconds) + burst;
  }
}
