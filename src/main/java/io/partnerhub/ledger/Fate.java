package io.partnerhub.ledger;

/**
 * What became of an observed change in one target system. Of all changes that were observed, each
 * is in exactly one of these for each target; {@link #LOST} is what must never be.
 */
public enum Fate {
  /** A write carried it there. */
  WRITTEN,
  /** A newer change, decision or deletion came before it was written. */
  SUPERSEDED,
  /** The target showed it already. */
  UNCHANGED,
  /** A person has to decide. */
  HELD,
  /** Its rule lets another system's value stand. */
  REFUSED,
  /** It is due, and written when its turn comes. */
  WAITING,
  /** Its write was given up, and a dead letter is open. */
  DEAD_LETTERED,
  /** An admin put its dead letter away. */
  DISCARDED,
  /** None of these: a defect of the hub. */
  LOST
}
