package io.partnerhub.sync.read;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Places that cannot be read until somebody mends them, as a small look found: the next small looks
 * leave them for a while, as each would cost a call. The reads of all news do not.
 */
final class UnfitPlaces {

  static final Duration PAUSE = Duration.ofMinutes(1);

  private final Supplier<Instant> now;
  private final Map<String, Instant> until = new ConcurrentHashMap<>();

  /**
   * @param now the store's clock
   */
  UnfitPlaces(Supplier<Instant> now) {
    this.now = now;
  }

  Set<String> now() {
    until.values().removeIf(end -> !end.isAfter(now.get()));
    return Set.copyOf(until.keySet());
  }

  /**
   * Looks at a place unless it is left for now; what the look throws is passed on.
   *
   * @return whether it was looked at
   */
  boolean look(String place, Runnable look) {
    if (now().contains(place)) {
      return false;
    }
    try {
      look.run();
    } catch (RuntimeException e) {
      if (Told.isLasting(e)) {
        until.put(place, now.get().plus(PAUSE));
      }
      throw e;
    }
    return true;
  }
}
