package io.partnerhub.sandbox.bench.first;

import io.partnerhub.sandbox.bench.measure.Calls;
import io.partnerhub.sandbox.bench.measure.Processor;

/**
 * A stage of a run.
 *
 * @param records that had to move
 * @param seconds of the hub
 * @param processor of the hub, until the last change has arrived
 * @param baseline what it takes the plain client
 */
record Stage(
    String name,
    int records,
    double seconds,
    Processor processor,
    Baseline.Of baseline,
    Calls salesforce,
    Calls smartsheet) {

  static final String FIRST = "first sync";
  static final String CHANGE = "1 % change";

  double recordsASecond() {
    return records / seconds;
  }

  /** The hub's time for each second of the plain client. */
  double ratio() {
    return seconds / baseline.seconds();
  }
}
