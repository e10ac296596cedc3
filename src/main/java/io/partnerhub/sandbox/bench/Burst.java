package io.partnerhub.sandbox.bench;

import java.util.Map;

/**
 * Many changes within a second.
 *
 * @param secondsToMake them all
 * @param seconds from the first change to the last write
 * @param calls of each system that was written
 */
record Burst(int changes, double secondsToMake, double seconds, Map<String, Calls> calls) {

  /** The worst system's: writes for each write of the floor. */
  double ratio() {
    return calls.values().stream().mapToDouble(Calls::ratio).max().orElseThrow();
  }
}
