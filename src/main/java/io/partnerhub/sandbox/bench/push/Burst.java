package io.partnerhub.sandbox.bench.push;

import io.partnerhub.sandbox.bench.measure.Calls;
import java.util.Map;

/**
 * Many changes within a second.
 *
 * @param limits how many calls the services took meanwhile, in words
 * @param secondsToMake them all
 * @param seconds from the first change to the last write
 * @param refused calls of all systems that were too many for their own limits
 * @param calls of each system that was written
 */
record Burst(
    String limits,
    int changes,
    double secondsToMake,
    double seconds,
    long refused,
    Map<String, Calls> calls) {

  /** The worst system's: writes for each write of the floor. */
  double ratio() {
    return calls.values().stream().mapToDouble(Calls::ratio).max().orElseThrow();
  }
}
