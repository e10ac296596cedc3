package io.partnerhub.sandbox.crash;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Counts what a hub does, and kills it when it reaches its point. */
final class Executioner {

  private static final long LONGEST_LIFE = TimeUnit.SECONDS.toNanos(60);
  private static final long LOOK_AGAIN = 50;

  private final Map<String, Integer> counts = new HashMap<>();
  private KillPoint point;
  private HubProcess hub;
  private CountDownLatch dead = new CountDownLatch(1);

  /** Watches a hub that was just started; without a point it lives. */
  synchronized void watch(HubProcess started, Optional<KillPoint> at) {
    counts.clear();
    hub = started;
    point = at.orElse(null);
    dead = new CountDownLatch(1);
  }

  /** Something is about to be done: counts it; whether the hub dies of it before it is done. */
  synchronized boolean isBefore(String where) {
    int nth = counts.merge(where, 1, Integer::sum);
    return dies(KillPoint.Moment.BEFORE, where, nth);
  }

  /** Whether the hub dies while this is done. */
  synchronized boolean isUnderWay(String where) {
    return dies(KillPoint.Moment.UNDER_WAY, where, counts.getOrDefault(where, 0));
  }

  /** Something was done, which nobody knows yet; whether the hub dies without knowing. */
  synchronized boolean isAfter(String where) {
    return dies(KillPoint.Moment.AFTER, where, counts.getOrDefault(where, 0));
  }

  private boolean dies(KillPoint.Moment moment, String where, int nth) {
    if (!new KillPoint(moment, where, nth).equals(point)) {
      return false;
    }
    point = null;
    hub.kill();
    dead.countDown();
    return true;
  }

  /**
   * Waits for the hub's death.
   *
   * @param mostCalls a hub that makes so many calls does not come to its point any more
   * @return false when it lives on
   */
  boolean awaitDeath(int mostCalls) throws InterruptedException {
    long end = System.nanoTime() + LONGEST_LIFE;
    while (calls() < mostCalls && System.nanoTime() < end) {
      if (dead.await(LOOK_AGAIN, TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    return false;
  }

  private synchronized int calls() {
    return KillPoint.SYSTEMS.stream().mapToInt(s -> counts.getOrDefault(s, 0)).sum();
  }

  /** Lets the hub live on, whatever it reaches; false when it was too late for that. */
  synchronized boolean pardon() {
    boolean lives = point != null;
    point = null;
    return lives;
  }
}
