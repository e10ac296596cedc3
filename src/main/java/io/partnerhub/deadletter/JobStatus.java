package io.partnerhub.deadletter;

import java.time.Instant;
import java.util.Locale;

/**
 * How a bulk replay stands. Letters taken = refused + written + failed + under way + put away by an
 * admin meanwhile.
 *
 * @param conditions the filter, as it was typed; empty for the whole queue
 * @param sentence why it ended so; null while it runs and where there is nothing to say
 * @param taken letters that it came to
 * @param refused those that could not even be tried
 * @param written those that left the queue
 * @param failed those that failed again
 * @param underWay those whose write has not come to an end
 * @param ended null while it runs
 */
public record JobStatus(
    long id,
    State state,
    String conditions,
    int max,
    int perSecond,
    String who,
    String reason,
    String sentence,
    int taken,
    int refused,
    int written,
    int failed,
    int underWay,
    Instant began,
    Instant ended) {

  /** Whether it goes on. */
  public enum State {
    RUNNING,
    DONE,
    /** By an admin. */
    CANCELLED,
    /** By itself: too many failed again. */
    STOPPED;

    /** As people read it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static JobStatus begun(long id, BulkOrder order, Instant now) {
    return new JobStatus(
        id,
        State.RUNNING,
        order.conditions(),
        order.max(),
        order.perSecond(),
        order.by().who(),
        order.by().reason(),
        null,
        0,
        0,
        0,
        0,
        0,
        now,
        null);
  }

  JobStatus took(int more, int moreRefused, int nowUnderWay) {
    return with(
        state, sentence, taken + more, refused + moreRefused, written, failed, nowUnderWay, null);
  }

  JobStatus plus(int moreWritten, int moreFailed, int nowUnderWay) {
    return with(
        state,
        sentence,
        taken,
        refused,
        written + moreWritten,
        failed + moreFailed,
        nowUnderWay,
        null);
  }

  JobStatus ended(State how, String why, Instant now) {
    return with(how, why, taken, refused, written, failed, underWay, now);
  }

  private JobStatus with(
      State newState,
      String newSentence,
      int nowTaken,
      int nowRefused,
      int nowWritten,
      int nowFailed,
      int nowUnderWay,
      Instant end) {
    return new JobStatus(
        id,
        newState,
        conditions,
        max,
        perSecond,
        who,
        reason,
        newSentence,
        nowTaken,
        nowRefused,
        nowWritten,
        nowFailed,
        nowUnderWay,
        began,
        end);
  }
}
