package io.partnerhub.sync.write;

import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Trouble;
import java.time.Duration;
import java.time.Instant;

/** When a failed write is tried again, and when it is given up: by what its failure is about. */
final class Retries {

  /** Somebody else's save takes moments: its pauses stop doubling sooner than others. */
  private static final int SOON = 6;

  private static final int JITTER_STEPS = 1_000;

  private final Timing timing;

  Retries(Timing timing) {
    this.timing = timing;
  }

  /** How much is enough of one kind of failures. */
  private enum Limit {
    /** They are about no record: the system lets nothing through, and will again. */
    NONE(8),
    /** They pass when others have done their part, or are not mended by trying. */
    TIME(8),
    HALF_A_DOZEN(6),
    A_DOZEN(12);

    private final int tries;

    Limit(int tries) {
      this.tries = tries;
    }

    private static Limit of(ReasonClass kind) {
      return switch (kind) {
        case RATE_LIMIT, BUDGET, AUTH -> NONE;
        case CONFLICT, PERMISSION, CONNECTION, SERVER, UNKNOWN_OUTCOME, PARSE, TOO_LARGE -> TIME;
        case VALUE, MISSING -> HALF_A_DOZEN;
        case DUPLICATE, REFERENCE, GONE -> A_DOZEN;
      };
    }
  }

  /**
   * The trouble of a replica after one more failure. Failures of another kind count anew: a day
   * without calls must not leave a record one lost connection away from being given up.
   *
   * @param batch all of a batch are tried again together, another batch at another moment
   */
  Trouble after(Trouble before, Outcome.Failed failed, long batch, Instant now) {
    Limit limit = Limit.of(failed.reason().kind());
    boolean oneMore = before.failures() > 0 && Limit.of(before.reason().kind()) == limit;
    int failures = oneMore ? before.failures() + 1 : 1;
    Instant since = oneMore ? before.since() : now;
    int doublings = failed.reason().kind() == ReasonClass.CONFLICT ? SOON : limit.tries;
    // what passes by itself is tried soon after it passed, so that its pauses stop doubling
    Instant again = now.plus(wait(failed, Math.min(failures, doublings), batch, failures));
    Trouble trouble = new Trouble(failures, since, failed.reason(), again, before.fate());
    return isEnough(failed, limit, trouble, now) ? trouble.givenUp() : trouble;
  }

  /** The same of a write that is aside of what stands in the way: that alone is not given up. */
  Trouble aside(Trouble before, Outcome.Failed failed, long batch, Instant now) {
    int failures = before.failures() + 1;
    return before.aside(failed.reason(), now, now.plus(wait(failed, failures, batch, failures)));
  }

  private Duration wait(Outcome.Failed failed, int doublings, long batch, int failures) {
    Duration pause = jittered(timing.pause(doublings), batch, failures);
    Duration after = failed.after();
    return after != null && after.compareTo(pause) > 0 ? after : pause;
  }

  /** Between half a pause and all of it, so that not everything is tried at one moment. */
  private static Duration jittered(Duration pause, long batch, int failures) {
    long mixed = Long.rotateLeft(batch * 0x9E3779B97F4A7C15L + failures, 31);
    long step = Math.floorMod(mixed, JITTER_STEPS);
    return pause.dividedBy(2).plus(pause.dividedBy(2).multipliedBy(step).dividedBy(JITTER_STEPS));
  }

  private boolean isEnough(Outcome.Failed failed, Limit limit, Trouble trouble, Instant now) {
    if (failed instanceof Outcome.Rejected && !isAboutAnotherRecord(failed.reason().kind())) {
      return true; // the same values will be refused again
    }
    return switch (limit) {
      case NONE -> false;
      case TIME -> !trouble.since().plus(timing.giveUpAfter()).isAfter(now);
      case HALF_A_DOZEN, A_DOZEN -> trouble.failures() >= limit.tries;
    };
  }

  /** Whoever has the key may give it up, and a parent may come: often the hub writes that next. */
  private static boolean isAboutAnotherRecord(ReasonClass kind) {
    return kind == ReasonClass.DUPLICATE || kind == ReasonClass.REFERENCE;
  }
}
