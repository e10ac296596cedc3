package io.partnerhub.connector.salesforce;

import io.partnerhub.connector.salesforce.event.StreamEnd;
import io.partnerhub.sync.system.Backoff;
import io.partnerhub.sync.system.Listening.Deaf;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Why change events are not heard, and how long to wait before they are listened to again. */
final class Deafness {

  private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

  private volatile Deaf deaf; // health asks for it, also while a login hangs
  private boolean silent;
  private int failures;

  /** The stream ended; since when nothing is heard stays what it was before. */
  void because(StreamEnd end, Set<String> objects, Instant now, Instant until) {
    silent |= end.kind() == StreamEnd.Kind.SILENT;
    Instant since = deaf == null ? now : deaf.since();
    deaf = new Deaf(EventSettings.inWords(end, objects), since, until);
  }

  /** After one more failure in a row. */
  Duration nextPause() {
    failures++;
    return PAUSES.after(failures);
  }

  /** Whether a stream fell silent since something was heard: that one is open says nothing then. */
  boolean isSilent() {
    return silent;
  }

  /** Something was heard, or will be once there is something. */
  void isOver() {
    failures = 0;
    silent = false;
    deaf = null;
  }

  Optional<Deaf> now() {
    return Optional.ofNullable(deaf);
  }
}
