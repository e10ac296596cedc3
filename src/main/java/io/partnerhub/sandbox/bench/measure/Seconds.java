package io.partnerhub.sandbox.bench.measure;

/** Elapsed time. */
public final class Seconds {

  private static final double NANOS = 1e9;

  private Seconds() {}

  /** Seconds since a reading of {@link System#nanoTime()}. */
  public static double since(long nanoTime) {
    return (System.nanoTime() - nanoTime) / NANOS;
  }
}
