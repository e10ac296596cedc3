package io.partnerhub.step;

import io.partnerhub.sync.system.Listening;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.support.service.ServiceSupport;

/** Keeps one system's telling of changes open, and people told when it is not. */
public final class ListenStep extends ServiceSupport {

  /** What lasts no longer is no news to people. */
  private static final Duration HICCUP = Duration.ofMinutes(1);

  private final Listening listening;
  private final Availability availability;
  private final Alert alert;
  private final Clock clock;
  private boolean told;

  public ListenStep(Listening listening, Availability availability, Alert alert, Clock clock) {
    this.listening = listening;
    this.availability = availability;
    this.alert = alert;
    this.clock = clock;
  }

  /** Listens, unless an administrator paused the system. */
  public void keepUp() {
    if (availability.paused().isPresent()) {
      listening.stop();
      return;
    }
    listening.keepUp();
    tell(listening.deaf());
  }

  /** What a system that is away does not tell goes without saying. */
  private void tell(Optional<Listening.Deaf> deaf) {
    if (deaf.isEmpty() && told) {
      alert.raise(Alert.Event.HEARD, availability.system(), "its change events come again", null);
    } else if (deaf.isPresent() && !told && lasts(deaf.get()) && availability.fault().isEmpty()) {
      alert.raise(Alert.Event.POLLED, availability.system(), deaf.get().why(), deaf.get().until());
    } else {
      return;
    }
    told = deaf.isPresent();
  }

  private boolean lasts(Listening.Deaf deaf) {
    Instant now = clock.instant();
    return now.isAfter(deaf.since().plus(HICCUP)) || deaf.until().isAfter(now.plus(HICCUP));
  }

  @Override
  protected void doStop() {
    listening.stop();
  }
}
