package io.partnerhub.sync.held;

import java.time.Duration;

/**
 * How much may change at once before the hub asks a person. It counts copies of one location that
 * are edited or deleted by people; new copies and the first read do not count.
 *
 * @param share percent of the copies known there, from 1 to 100
 * @param copies never fewer than so many, so that small sheets can be worked on
 * @param within what comes in so long is at once, in however many reads
 */
public record Guard(int share, int copies, Duration within) {

  private static final int PERCENT = 100;

  /** What a hub has that is not configured otherwise. */
  public static final Guard USUAL = new Guard(20, 20, Duration.ofSeconds(30));

  /** How many may change among so many. */
  int limit(int known) {
    return Math.max(copies, (int) Math.ceil((double) known * share / PERCENT));
  }

  /** Whether so many may change among however many there are. */
  boolean allows(int changed) {
    return changed <= copies;
  }
}
