package io.partnerhub.sync.write;

import io.partnerhub.sync.system.Backoff;
import java.time.Duration;

/**
 * How long things may take.
 *
 * @param lease how long a claim and its calls may take before others count them as lost
 * @param grace how long after its answer was lost a call may still land
 * @param firstRetry pause after a first failure; doubles with each further one
 * @param longestRetry the longest such pause
 * @param giveUpAfter how long a system may fail a write before it becomes a dead letter
 */
public record Timing(
    Duration lease,
    Duration grace,
    Duration firstRetry,
    Duration longestRetry,
    Duration giveUpAfter) {

  /** The pause after so many failures in a row. */
  Duration pause(int failures) {
    return new Backoff(firstRetry, longestRetry).after(failures);
  }
}
