package io.partnerhub.sandbox.bench.three;

import io.partnerhub.sandbox.bench.measure.Calls;
import io.partnerhub.sandbox.bench.world.Agreement;
import java.util.Map;

/**
 * A stage of a run with all record types.
 *
 * @param records that had to move
 * @param seconds until the last write came in
 * @param calls of each system, by its name
 * @param byCall all calls of each system, by what was called
 */
record ThreeStage(
    String name,
    int records,
    double seconds,
    Map<String, Calls> calls,
    Map<String, Map<String, Long>> byCall,
    Agreement agreement) {

  static final String FIRST = "first sync";
  static final String CHANGE = "1 % change";

  double recordsASecond() {
    return records / seconds;
  }

  /** The greatest of all systems. */
  double ratio() {
    return calls.values().stream().mapToDouble(Calls::ratio).max().orElseThrow();
  }
}
