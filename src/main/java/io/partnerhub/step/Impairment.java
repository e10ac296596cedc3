package io.partnerhub.step;

import io.partnerhub.model.SystemName;
import io.partnerhub.sync.system.SystemUnavailable;
import java.time.Duration;
import java.util.Optional;

/** What of a system cannot be read until somebody mends it, while the rest of it is read. */
public final class Impairment {

  /** Until what is due there is tried again: each try is a call for a batch. */
  static final Duration PAUSE = Duration.ofSeconds(20);

  private final SystemName system;
  private final Alert alert;
  private String what;

  Impairment(SystemName system, Alert alert) {
    this.system = system;
    this.alert = alert;
  }

  /** For people; empty while all of it can be read. */
  public synchronized Optional<String> what() {
    return Optional.ofNullable(what);
  }

  /** A read of all news found it so; people are told once of each that is another. */
  synchronized void found(SystemUnavailable why) {
    String now = why.inAllPlaces();
    if (!now.equals(what)) {
      alert.raise(Alert.Event.IMPAIRED, system, now, null);
    }
    what = now;
  }

  /** A read of all news went through. */
  synchronized void isOver() {
    if (what != null) {
      alert.raise(Alert.Event.WHOLE, system, what, null);
    }
    what = null;
  }
}
