package io.partnerhub.sync.system;

import java.time.Instant;
import java.util.Optional;

/** A system's telling of its changes, which the hub itself keeps open; polls go on beside it. */
public interface Listening {

  /** For a system that is only polled. */
  Listening NONE =
      new Listening() {
        @Override
        public void keepUp() {}

        @Override
        public void stop() {}

        @Override
        public Optional<Deaf> deaf() {
          return Optional.empty();
        }
      };

  /**
   * Opens it where it is not open, and again where nothing was heard for too long; to be called
   * every few seconds. Throws for nothing that the system may answer.
   */
  void keepUp();

  /** Hears nothing more, until it is kept up again. */
  void stop();

  /** Why nothing is heard; empty while it is. */
  Optional<Deaf> deaf();

  /**
   * The hub does not hear a system and learns of changes by its polls.
   *
   * @param why a sentence for people; holds no secret
   * @param until when it is tried again at the earliest
   */
  record Deaf(String why, Instant since, Instant until) {}
}
