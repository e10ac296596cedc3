package io.partnerhub.sandbox.bench.push;

import java.util.List;

/**
 * How long changes took from where they were made to where they were written, in milliseconds.
 *
 * @param changes how many there were, at least 1
 */
record Delay(int changes, double p50, double p95, double p99, double most) {

  /** Of some measured ones, in milliseconds and in any order; by nearest rank. */
  static Delay of(List<Double> milliseconds) {
    List<Double> sorted = milliseconds.stream().sorted().toList();
    return new Delay(
        sorted.size(),
        rank(sorted, 0.50),
        rank(sorted, 0.95),
        rank(sorted, 0.99),
        sorted.get(sorted.size() - 1));
  }

  private static double rank(List<Double> sorted, double share) {
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }
}
