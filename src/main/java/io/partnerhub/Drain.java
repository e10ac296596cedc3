package io.partnerhub;

import java.time.Duration;
import org.apache.camel.main.Main;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops the routes, and waits for calls under way no longer than is configured. */
final class Drain {

  private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

  /** For Camel to end by force what did not end by itself. */
  private static final Duration BY_FORCE = Duration.ofSeconds(2);

  private final Main main;
  private final Duration most;
  private final Runnable giveBack;

  /**
   * @param giveBack gives back what this hub claimed: a call that did not end in time is read back
   *     by whichever hub comes next, at once
   */
  Drain(Main main, Duration most, Runnable giveBack) {
    this.main = main;
    this.most = most;
    this.giveBack = giveBack;
  }

  void run() {
    // Camel's stop waits for a call that hangs, whatever its own timeout.
    Thread stop = new Thread(main::stop, "stop-routes");
    stop.setDaemon(true);
    stop.start();
    try {
      stop.join(most.plus(BY_FORCE).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (stop.isAlive()) {
      LOG.warn("A call did not end within {} s: what it did is read later", most.toSeconds());
    }
    giveBack.run();
  }
}
