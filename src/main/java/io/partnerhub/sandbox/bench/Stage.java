package io.partnerhub.sandbox.bench;

/**
 * A stage of a run.
 *
 * @param records that had to move
 * @param seconds of the hub
 * @param baselineSeconds of the plain client
 */
record Stage(
    String name,
    int records,
    double seconds,
    double baselineSeconds,
    Calls salesforce,
    Calls smartsheet) {

  static final String FIRST = "first sync";
  static final String CHANGE = "1 % change";

  double recordsASecond() {
    return records / seconds;
  }

  /** The hub's time for each second of the plain client. */
  double ratio() {
    return seconds / baselineSeconds;
  }
}
