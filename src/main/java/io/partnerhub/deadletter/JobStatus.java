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
 * @param last number of the last letter that it came to; 0 before the first
 * @param notReached letters that it did not come to and that were in the queue at its end; null
 *     while it runs
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
    long last,
    Integer notReached,
    Instant began,
    Instant ended) {

  /** Whether it goes on. */
  public enum State {
    RUNNING,
    DONE,
    /** By an admin. */
    CANCELLED,
    /** By itself: too many failed again. */
    STOPPED,
    /** Its process ended before it did. */
    INTERRUPTED;

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
        0,
        null,
        now,
        null);
  }

  JobStatus took(int more, int moreRefused, int nowUnderWay, long nowLast) {
    return with(
        state,
        sentence,
        taken + more,
        refused + moreRefused,
        written,
        failed,
        nowUnderWay,
        nowLast,
        null,
        null);
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
        last,
        null,
        null);
  }

  /**
   * Its end.
   *
   * @param more letters in the queue that it did not come to, whether or not it would have
   */
  JobStatus ended(State how, String why, int more, Instant now) {
    int left = Math.min(more, max - taken);
    return with(how, why, taken, refused, written, failed, underWay, last, left, now);
  }

  private JobStatus with(
      State newState,
      String newSentence,
      int nowTaken,
      int nowRefused,
      int nowWritten,
      int nowFailed,
      int nowUnderWay,
      long nowLast,
      Integer nowNotReached,
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
        nowLast,
        nowNotReached,
        began,
        end);
  }
}
