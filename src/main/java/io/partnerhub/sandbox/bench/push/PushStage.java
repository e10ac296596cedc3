package io.partnerhub.sandbox.bench.push;

import java.util.Map;

/**
 * How long changes took in each direction.
 *
 * @param latency milliseconds that each call of a system took on top
 * @param reads calls that read records, of all systems
 * @param changes how many were made
 * @param ownShares what of the delays is the hub's own; all of it where many are under way
 */
record PushStage(
    String name,
    int latency,
    int changes,
    long reads,
    Map<Direction, Delay> delays,
    Map<Direction, Delay> ownShares) {

  /** The slowest direction's own share, in milliseconds. */
  double p99() {
    return ownShares.values().stream().mapToDouble(Delay::p99).max().orElseThrow();
  }

  double readsAChange() {
    return (double) reads / changes;
  }
}
