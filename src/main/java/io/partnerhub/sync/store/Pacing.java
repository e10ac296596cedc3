package io.partnerhub.sync.store;

import java.time.Duration;
import java.time.Instant;

/**
 * Bounds what looks may cost that are made again and again: one that took long, among very many
 * rows, is not repeated at once. What takes no time may be repeated at any time.
 */
public final class Pacing {

  /** So that such looks take at most a tenth of the time. */
  private static final int PAUSES = 9;

  private final Duration longest;
  private Instant next = Instant.EPOCH;

  public Pacing() {
    this(Duration.ofSeconds(Long.MAX_VALUE));
  }

  /**
   * @param longest rest between two looks, however long one took
   */
  public Pacing(Duration longest) {
    this.longest = longest;
  }

  public synchronized boolean mayLook(Instant now) {
    return !now.isBefore(next);
  }

  public synchronized void looked(Instant began, Instant ended) {
    Duration rest = Duration.between(began, ended).multipliedBy(PAUSES);
    next = ended.plus(rest.compareTo(longest) < 0 ? rest : longest);
  }
}
