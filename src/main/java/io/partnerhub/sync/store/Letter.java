package io.partnerhub.sync.store;

import io.partnerhub.model.SystemName;
import java.util.Locale;

/**
 * A dead letter, as far as the heart needs it.
 *
 * @param newest whether no later one is about the same replica
 */
public record Letter(long id, long record, SystemName system, State state, boolean newest) {

  /** Where it stands. */
  public enum State {
    /** It waits for somebody. */
    OPEN,
    /** An admin had its write tried again, which has not come to an end yet. */
    REPLAYING,
    /** That write went through. */
    REPLAYED,
    /** Its cause is gone: newer values went through, or nothing is to be written any more. */
    SUPERSEDED,
    /** An admin put it away. */
    DISCARDED;

    /** As people read and type it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is in the queue. */
    public boolean isOpen() {
      return this == OPEN || this == REPLAYING;
    }
  }
}
