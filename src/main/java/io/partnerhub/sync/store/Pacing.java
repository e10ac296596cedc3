package io.partnerhub.sync.store;

import java.time.Duration;
import java.time.Instant;

/**
 * Bounds what looks that find nothing may cost: one that took long, among very many that wait, is
 * not repeated at once. What takes no time may be repeated at any time.
 */
public final class Pacing {

  /** So that such looks take at most a tenth of the time. */
  private static final int PAUSES = 9;

  private Instant next = Instant.EPOCH;

  public synchronized boolean mayLook(Instant now) {
    return !now.isBefore(next);
  }

  public synchronized void foundNothing(Instant began, Instant ended) {
    next = ended.plus(Duration.between(began, ended).multipliedBy(PAUSES));
  }
}
