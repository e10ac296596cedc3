package io.partnerhub.intake;

import io.partnerhub.model.SystemName;

/**
 * Guards one path of the door: says what may come in at all, checks it, and turns it into notices.
 * The door does the rest: it counts bytes, time and calls, stores the notices, and only then sends
 * the answer. Called by many threads at once.
 */
public interface Doorkeeper {

  /** The system that calls. */
  SystemName system();

  /** A short name of letters and dashes, of which there is one; it stands in the path. */
  String name();

  /** What may come in: anything else never reaches {@link #judge}. */
  Terms terms();

  /**
   * Checks a request. What it throws is answered by 500 and logged without the request: throw only
   * for faults of the hub.
   */
  Verdict judge(Knock knock);
}
