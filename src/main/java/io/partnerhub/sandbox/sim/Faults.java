package io.partnerhub.sandbox.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;

/**
 * Faults on command: the first rule that matches a call is applied to it and used up by one; calls
 * that match none may meet a fault by their share.
 */
public final class Faults {

  private static final Duration LONGEST_HOLD = Duration.ofSeconds(30);
  private static final int MOST_RULES = 1_000;

  private final List<FaultRule> rules = new ArrayList<>();
  private FaultShare share = new FaultShare(0, 0, List.of());
  private int held;
  private long releases;

  Faults() {}

  /** Adds a rule behind those that are there. */
  public synchronized void add(FaultRule rule) {
    if (rules.size() == MOST_RULES) {
      throw new IllegalArgumentException(
          "already " + MOST_RULES + " fault rules: clear them first");
    }
    rules.add(rule);
  }

  /** From now on a share of all calls fails. */
  public synchronized void add(FaultShare ofAllCalls) {
    share = ofAllCalls;
  }

  /** Removes all rules, ends the share, and releases all held calls. */
  public synchronized void clear() {
    rules.clear();
    share = new FaultShare(0, 0, List.of());
    release();
  }

  /** Lets every call go on that is held now. */
  public synchronized void release() {
    releases++;
    notifyAll();
  }

  /** The rules that still have calls left. */
  public synchronized List<FaultRule> rules() {
    return List.copyOf(rules);
  }

  /** How many calls are held now. */
  public synchronized int held() {
    return held;
  }

  synchronized Optional<Fault> next(SimRequest request) {
    for (ListIterator<FaultRule> it = rules.listIterator(); it.hasNext(); ) {
      FaultRule rule = it.next();
      if (rule.matches(request)) {
        if (rule.times() == 1) {
          it.remove();
        } else if (rule.times() != FaultRule.FOREVER) {
          it.set(rule.times(rule.times() - 1));
        }
        return Optional.of(rule.fault());
      }
    }
    return share.next();
  }

  synchronized void hold() throws InterruptedException {
    long before = releases;
    long end = System.nanoTime() + LONGEST_HOLD.toNanos();
    held++;
    try {
      long left = LONGEST_HOLD.toMillis();
      while (releases == before && left > 0) {
        wait(left);
        left = (end - System.nanoTime()) / 1_000_000;
      }
    } finally {
      held--;
    }
  }
}
