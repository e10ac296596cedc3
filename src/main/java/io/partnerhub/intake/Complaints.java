package io.partnerhub.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log what was turned away: of the same kind once a minute, with how many it was. */
final class Complaints {

  private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);
  private static final long MINUTE = 60_000_000_000L;

  private final LongSupplier nanos;
  private final Map<Kind, Seen> seen = new HashMap<>();

  private record Kind(String name, String why) {}

  private record Seen(long at, int untold) {}

  /**
   * @param nanos a clock that never goes back
   */
  Complaints(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * Says it, or counts it.
   *
   * @param name of the doorkeeper
   * @param why one of few texts: none that a sender wrote
   */
  synchronized void add(String name, String why) {
    Kind kind = new Kind(name, why);
    Seen last = seen.get(kind);
    long now = nanos.getAsLong();
    if (last != null && now - last.at() < MINUTE) {
      seen.put(kind, new Seen(last.at(), last.untold() + 1));
      return;
    }
    seen.put(kind, new Seen(now, 0));
    LOG.warn(
        "A call of {} was turned away: {}{}",
        name,
        why,
        last == null || last.untold() == 0 ? "" : "; so were " + last.untold() + " before");
  }
}
