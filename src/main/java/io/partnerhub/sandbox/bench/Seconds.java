package io.partnerhub.sandbox.bench;

/** Elapsed time. */
final class Seconds {

  private static final double NANOS = 1e9;

  private Seconds() {}

  /** Seconds since a reading of {@link System#nanoTime()}. */
  static double since(long nanoTime) {
    return (System.nanoTime() - nanoTime) / NANOS;
  }
}
