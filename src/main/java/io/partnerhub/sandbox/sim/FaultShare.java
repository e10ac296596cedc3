package io.partnerhub.sandbox.sim;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Faults that meet a share of all calls; which call meets which is decided by a seed. */
public final class FaultShare {

  private final Random random;
  private final double share;
  private final List<Fault> faults;
  private int met;

  /**
   * @param share of all calls, from 0 to 1
   * @param faults each as likely as the others; one may be there more than once
   */
  public FaultShare(long seed, double share, List<Fault> faults) {
    this.random = new Random(seed);
    this.share = share;
    this.faults = List.copyOf(faults);
  }

  synchronized Optional<Fault> next() {
    if (random.nextDouble() >= share) {
      return Optional.empty();
    }
    met++;
    return Optional.of(faults.get(random.nextInt(faults.size())));
  }

  /** How many calls met one so far. */
  public synchronized int met() {
    return met;
  }
}
