package io.partnerhub.sandbox.sim;

import java.util.Random;

/** What is told to a subscriber and gets lost on its way: a share, decided by a seed. */
public final class Losses {

  private final Random random;
  private final double share;
  private int lost;

  /**
   * @param share of what is told, from 0 to 1
   */
  public Losses(long seed, double share) {
    this.random = new Random(seed);
    this.share = share;
  }

  /** Nothing gets lost. */
  public static Losses none() {
    return new Losses(0, 0);
  }

  /** Whether the next one gets lost. */
  public synchronized boolean next() {
    boolean isLost = random.nextDouble() < share;
    lost += isLost ? 1 : 0;
    return isLost;
  }

  /** How many got lost so far. */
  public synchronized int lost() {
    return lost;
  }
}
