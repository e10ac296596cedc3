package io.partnerhub.step;

import io.partnerhub.model.RecordType;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets the derived fields of a type be worked out before its records are written, so that a first
 * read makes full calls. Only that type waits, and not for long.
 */
public final class Deriving {

  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Clock clock;
  private final Map<RecordType, Gathering> byType = new ConcurrentHashMap<>();

  public Deriving(Clock clock) {
    this.clock = clock;
  }

  void during(RecordType type, Runnable work) {
    of(type).during(work);
  }

  /** A writer's, for this type; when it is worked out, its route wakes the writers. */
  Gathering.Turn turn(RecordType type) {
    return of(type).turn();
  }

  private Gathering of(RecordType type) {
    return byType.computeIfAbsent(type, t -> new Gathering(clock, LONGEST));
  }
}
