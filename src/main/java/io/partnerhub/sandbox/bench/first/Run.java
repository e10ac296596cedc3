package io.partnerhub.sandbox.bench.first;

import io.partnerhub.sandbox.bench.measure.Heap;

/**
 * What was measured with one number of partners.
 *
 * @param callMilliseconds how long every call took at least
 * @param secondsToFirstPoll from the start of the process, on a new store
 * @param callMilliseconds how long every call took at least
 * @param secondsToFirstPollAgain the same on the store that is there
 * @param processorSeconds of the hub's Java, without PostgreSQL
 */
record Run(
    int partners,
    int sheets,
    long callMilliseconds,
    Stage first,
    Stage change,
    Quiet quiet,
    double secondsToFirstPoll,
    double secondsToFirstPollAgain,
    Heap heap,
    double processorSeconds) {

  /** Whether the systems answered at once. */
  boolean isNear() {
    return callMilliseconds == 0;
  }

  String name() {
    return "%,d%s".formatted(partners, withCallsOf(callMilliseconds));
  }

  /** Nothing where they take none. */
  static String withCallsOf(long milliseconds) {
    return milliseconds == 0 ? "" : ", %d ms a call".formatted(milliseconds);
  }
}
