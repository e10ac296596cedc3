package io.partnerhub.sync;

import io.partnerhub.model.SystemName;
import java.time.Instant;

/**
 * What an administrator did to a connector.
 *
 * @param note what exactly was done; null where the act says it all
 */
public record ConnectorAct(Instant at, SystemName system, Act act, Chooser by, String note) {

  /** The acts. */
  public enum Act {
    PAUSED,
    RESUMED,
    POLLED,
    /** A checkpoint was set back. */
    RESET,
    /** The secrets of its webhooks were renewed. */
    ROTATED
  }

  /** For people: who did it, why and when. */
  public String inWords() {
    return by.inWords() + ", since " + at;
  }
}
