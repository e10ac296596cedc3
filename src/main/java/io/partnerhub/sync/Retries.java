package io.partnerhub.sync;

import java.time.Duration;
import java.time.Instant;

/** When a failed write is tried again, and when it is given up: by what its failure is about. */
final class Retries {

  private static final int HALF_A_DOZEN = 6;
  private static final int A_DOZEN = 12;
  private static final int JITTER_STEPS = 1_000;

  private final Timing timing;

  Retries(Timing timing) {
    this.timing = timing;
  }

  /**
   * The trouble of a replica after one more failure.
   *
   * @param batch all of a batch are tried again together, another batch at another moment
   */
  Trouble after(Trouble before, Outcome.Failed failed, long batch, Instant now) {
    int failures = before.failures() + 1;
    Instant since = before.since() == null ? now : before.since();
    Instant again = now.plus(wait(failed, batch, failures));
    Trouble trouble = new Trouble(failures, since, failed.reason(), again, before.fate());
    return isEnough(failed, failures, since, now) ? trouble.givenUp() : trouble;
  }

  /** The same of a write that only tells people how the record stands: it is never given up. */
  Trouble untold(Trouble before, Outcome.Failed failed, long batch, Instant now) {
    return before.untold(failed.reason(), now.plus(wait(failed, batch, before.failures() + 1)));
  }

  private Duration wait(Outcome.Failed failed, long batch, int failures) {
    Duration pause = jittered(timing.pause(failures), batch, failures);
    Duration after = failed.after();
    return after != null && after.compareTo(pause) > 0 ? after : pause;
  }

  /** Between half a pause and all of it, so that not everything is tried at one moment. */
  private static Duration jittered(Duration pause, long batch, int failures) {
    long mixed = Long.rotateLeft(batch * 0x9E3779B97F4A7C15L + failures, 31);
    long step = Math.floorMod(mixed, JITTER_STEPS);
    return pause.dividedBy(2).plus(pause.dividedBy(2).multipliedBy(step).dividedBy(JITTER_STEPS));
  }

  private boolean isEnough(Outcome.Failed failed, int failures, Instant since, Instant now) {
    if (failed instanceof Outcome.Rejected) {
      return true; // the same values will be refused again
    }
    return switch (failed.reason().kind()) {
      case RATE_LIMIT, BUDGET, AUTH -> false; // it is not about this record
      case VALUE, MISSING, DUPLICATE, PARSE, TOO_LARGE -> failures >= HALF_A_DOZEN;
      case REFERENCE, CONFLICT, GONE -> failures >= A_DOZEN;
      case PERMISSION, CONNECTION, SERVER, UNKNOWN_OUTCOME ->
          !since.plus(timing.giveUpAfter()).isAfter(now);
    };
  }
}
