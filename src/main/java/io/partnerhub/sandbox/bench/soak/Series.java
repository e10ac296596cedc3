package io.partnerhub.sandbox.bench.soak;

import java.util.List;

/**
 * A figure over a run, by samples at even distances; and whether it stayed flat: its greatest value
 * in the last third is no more than in the first, give or take.
 *
 * @param slack what it may be above: what is under way at one moment is more or less
 */
record Series(String name, double slack, List<Double> samples) {

  /** Java compiles, pools fill: the first of the samples tell nothing. */
  private static final int WARM_UP_OF = 10;

  private static final int PARTS = 3;
  private static final double MOST_GROWTH = 1.2;

  Series {
    samples = List.copyOf(samples);
    if (samples.size() <= PARTS) {
      throw new IllegalArgumentException(name + " has too few samples to tell: " + samples.size());
    }
  }

  /** The greatest value of the first third after the warm-up. */
  double first() {
    return greatest(warm().subList(0, third()));
  }

  /** The greatest value of the last third. */
  double last() {
    return greatest(warm().subList(warm().size() - third(), warm().size()));
  }

  boolean isFlat() {
    return last() <= first() * MOST_GROWTH + slack;
  }

  private List<Double> warm() {
    return samples.subList(Math.max(1, samples.size() / WARM_UP_OF), samples.size());
  }

  private int third() {
    return Math.max(1, warm().size() / PARTS);
  }

  private static double greatest(List<Double> some) {
    return some.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }
}
