package io.partnerhub.sandbox.bench;

import java.util.Map;

/**
 * How long changes took in each direction.
 *
 * @param latency milliseconds that each call of a system took on top
 * @param reads calls that read records, of all systems
 * @param changes how many were made
 */
record PushStage(String name, int latency, int changes, long reads, Map<Direction, Delay> delays) {

  /** The slowest direction's, in milliseconds. */
  double p99() {
    return delays.values().stream().mapToDouble(Delay::p99).max().orElseThrow();
  }

  double readsAChange() {
    return (double) reads / changes;
  }
}
