package io.partnerhub.step;

import io.partnerhub.model.SystemName;
import io.partnerhub.sync.SystemUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether one system answers. While it does not, it is left alone for a pause that doubles up to a
 * minute; the other systems go on.
 */
public final class Availability {

  private static final Logger LOG = LoggerFactory.getLogger(Availability.class);
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final SystemName system;
  private final Clock clock;
  private String fault;
  private Instant until = Instant.EPOCH;
  private Duration pause = FIRST;
  private int failures;

  public Availability(SystemName system, Clock clock) {
    this.system = system;
    this.clock = clock;
  }

  public SystemName system() {
    return system;
  }

  /** Whether the system may be called now. */
  public synchronized boolean mayCall() {
    return !clock.instant().isBefore(until);
  }

  /** When it may be called again. */
  public synchronized Instant until() {
    return until;
  }

  /** What is wrong with it, for people; empty while it answers. */
  public synchronized Optional<String> fault() {
    return Optional.ofNullable(fault);
  }

  /** A mark to begin a call with, for {@link #answered}. */
  synchronized int begin() {
    return failures;
  }

  /** Ends the pause, unless another call failed since this one began. */
  synchronized void answered(int begun) {
    if (begun != failures) {
      return;
    }
    if (fault != null) {
      LOG.info("{} answers again", system);
    }
    fault = null;
    pause = FIRST;
    until = Instant.EPOCH;
  }

  /** Calls that were under way together fail together, and count as one failure. */
  synchronized void failed(SystemUnavailable why) {
    failures++;
    boolean first = mayCall();
    Duration own = first ? pause : Duration.between(clock.instant(), until);
    Duration wait = why.after() != null && why.after().compareTo(own) > 0 ? why.after() : own;
    until = clock.instant().plus(wait);
    if (first) {
      pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
    }
    if (!why.getMessage().equals(fault)) {
      LOG.warn("{} is left alone for {} s: {}", system, wait.toSeconds(), why.getMessage());
    }
    fault = why.getMessage();
  }
}
