package io.partnerhub.sync.system;

/**
 * What a call is for, most urgent first. When calls get scarce the less urgent yield, though a
 * small part of the budget stays theirs, so that none waits for ever.
 */
public enum Urgency {
  /**
   * Writes of copies that exist, and the reads before them: each status change is one. A call
   * carries hundreds of them whatever their fields, so that other edits go with them.
   */
  CHANGE(100, 0),
  /** Looking for what people changed. */
  NEWS(90, 10),
  /** What is copied for the first time, first reads, sweeps and second passes. */
  BULK(70, 10);

  private static final int PERCENT = 100;

  private final int upTo;
  private final int own;

  Urgency(int upTo, int own) {
    this.upTo = upTo;
    this.own = own;
  }

  /** Calls of a budget that must be used by nobody yet for this urgency to take one more. */
  public long upTo(long limit) {
    return limit * upTo / PERCENT;
  }

  /** Calls of a budget that no other urgency may take. */
  public long own(long limit) {
    return limit * own / PERCENT;
  }
}
