package io.partnerhub.connector.fulfillment;

import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Write;
import java.util.Arrays;
import java.util.List;

/** The writes of one claim with what they came to so far, and what stopped the rest of it. */
final class Progress {

  /** Enough to find two records among 500 that make whole calls fail, each by halves. */
  private static final int MOST_EXTRA_CALLS = 40;

  /** So many calls in a row that may not be made tell of the hub's user, not of their records. */
  private static final int MOST_FORBIDDEN = 100;

  private static final int FORBIDDEN = 403;

  private final List<Write> writes;
  private final Outcome[] outcomes;
  private ApiFault stopped;
  private int extraCalls = MOST_EXTRA_CALLS;
  private int forbidden;

  Progress(List<Write> writes) {
    this.writes = writes;
    this.outcomes = new Outcome[writes.size()];
  }

  Write write(int index) {
    return writes.get(index);
  }

  void settle(int index, Outcome outcome) {
    outcomes[index] = outcome;
  }

  /** Whether the halves of a call that failed whole may be sent. */
  boolean mayHalve() {
    extraCalls -= 2;
    return extraCalls >= 0;
  }

  /** Notes a fault after which nothing else is tried. */
  void failed(ApiFault fault) {
    if (fault.meaning().stopsTheRest()) {
      stopped = fault;
    }
  }

  /** Notes a fault of a call about one record: that this one may not be written stops no other. */
  void failedAlone(ApiFault fault) {
    if (fault.status() != FORBIDDEN || ++forbidden == MOST_FORBIDDEN) {
      failed(fault);
    }
  }

  /** Notes that a call about one record went through. */
  void wentThrough() {
    forbidden = 0;
  }

  /** Whether calls still make sense; if not, these writes are put off. */
  boolean goesOn(List<Integer> indices) {
    if (stopped == null) {
      return true;
    }
    Outcome putOff =
        Outcome.RetryLater.notTried(
            stopped.reason().kind(), "an earlier call of this batch failed", stopped.after());
    indices.forEach(i -> settle(i, putOff));
    return false;
  }

  List<Outcome> outcomes() {
    return List.copyOf(Arrays.asList(outcomes));
  }
}
