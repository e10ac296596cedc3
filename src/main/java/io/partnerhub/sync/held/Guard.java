package io.partnerhub.sync.held;

/**
 * How much may change at once before the hub asks a person. It counts copies of one location that
 * are edited or deleted by people in one cycle; new copies and the first read do not count.
 *
 * @param share percent of the copies known there, from 1 to 100
 * @param copies never fewer than so many, so that small sheets can be worked on
 */
public record Guard(int share, int copies) {

  private static final int PERCENT = 100;

  /** What a hub has that is not configured otherwise. */
  public static final Guard USUAL = new Guard(20, 20);

  /** How many may change among so many. */
  int limit(int known) {
    return Math.max(copies, (int) Math.ceil((double) known * share / PERCENT));
  }

  /** Whether so many may change among however many there are. */
  boolean allows(int changed) {
    return changed <= copies;
  }
}
