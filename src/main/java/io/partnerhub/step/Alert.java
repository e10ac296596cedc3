package io.partnerhub.step;

import io.partnerhub.model.SystemName;
import java.time.Instant;

/** Who is to be told when a system is left alone; must return at once. */
@FunctionalInterface
public interface Alert {

  /** What happened to a system. */
  enum Event {
    /** It does not answer, or does not let the hub in: it is asked less and less often. */
    AWAY,
    /** It answers again. */
    BACK,
    /** It answers, but some place of it cannot be read until somebody mends that. */
    IMPAIRED,
    /** All of it can be read again. */
    WHOLE,
    /** An administrator paused it. */
    PAUSED,
    /** An administrator let it go on. */
    RESUMED,
    /** It answers, but tells no changes by itself: they are found by polls alone. */
    POLLED,
    /** It tells changes by itself again. */
    HEARD;

    /** What is over by this. */
    public Event ended() {
      return switch (this) {
        case AWAY -> BACK;
        case BACK -> AWAY;
        case IMPAIRED -> WHOLE;
        case WHOLE -> IMPAIRED;
        case PAUSED -> RESUMED;
        case RESUMED -> PAUSED;
        case POLLED -> HEARD;
        case HEARD -> POLLED;
      };
    }
  }

  /**
   * Told once each time.
   *
   * @param why a sentence for people; holds no secret
   * @param until when it is asked again at the earliest; null where that is not known
   */
  void raise(Event event, SystemName system, String why, Instant until);
}
