package io.partnerhub.connector.smartsheet;

import io.partnerhub.model.NativeId;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Write;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The writes of one batch with what they came to so far, and what stopped the rest of it. */
final class Batch {

  /** Enough to find two rows among 500 that make whole calls fail, each by halves. */
  private static final int MOST_EXTRA_CALLS = 40;

  private final List<Write> writes;
  private final Outcome[] outcomes;
  private final Set<String> stoppedSheets = new HashSet<>();
  private final Map<NativeId, NativeId> along = new LinkedHashMap<>();
  private ApiFault stopped;
  private int extraCalls = MOST_EXTRA_CALLS;

  Batch(List<Write> writes) {
    this.writes = writes;
    this.outcomes = new Outcome[writes.size()];
  }

  Write write(int index) {
    return writes.get(index);
  }

  /** What does not exist yet cannot be gone: then it is what it was to stand beneath. */
  void settle(int index, Outcome outcome) {
    boolean isPlaceGone =
        writes.get(index).action() == Write.Action.ADD && outcome instanceof Outcome.Gone;
    outcomes[index] =
        isPlaceGone ? new Outcome.RetryLater(((Outcome.Gone) outcome).reason(), null) : outcome;
  }

  Outcome outcome(int index) {
    return outcomes[index];
  }

  /**
   * A call failed as a whole: what it carried unsettled is settled, and what would fail too is not
   * tried.
   */
  void failed(String sheet, List<Integer> carried, ApiFault fault) {
    for (int position = 0; position < carried.size(); position++) {
      int index = carried.get(position);
      if (outcomes[index] == null) {
        settle(index, Outcomes.ofCall(fault, position));
      }
    }
    switch (fault.meaning().reach()) {
      case SYSTEM -> stopped = fault;
      case SHEET -> stoppedSheets.add(sheet);
      case CALL -> {}
    }
  }

  /** Whether the halves of a call that was refused whole may be sent; if not, they are put off. */
  boolean mayHalve(List<Integer> refused) {
    extraCalls -= 2;
    if (extraCalls < 0) {
      refused.forEach(index -> settle(index, Outcomes.notReached()));
    }
    return extraCalls >= 0;
  }

  /** Whether a fault of this sheet stopped the writes to it. */
  boolean isStopped(String sheet) {
    return stoppedSheets.contains(sheet);
  }

  /** Whether calls to a sheet still make sense; if not, these writes are put off. */
  boolean goesOn(String sheet, List<Integer> indices) {
    if (stopped == null && !stoppedSheets.contains(sheet)) {
      return true;
    }
    Outcome putOff =
        stopped == null
            ? notTried(ReasonClass.CONFLICT, "sheet " + sheet, null)
            : notTried(stopped.reason().kind(), "Smartsheet", stopped.after());
    indices.forEach(i -> settle(i, putOff));
    return false;
  }

  private static Outcome notTried(ReasonClass kind, String to, Duration after) {
    return Outcome.RetryLater.notTried(
        kind, "an earlier call of this batch to " + to + " failed", after);
  }

  /** A row went to another sheet with the one that it is indented below. */
  void wentAlong(NativeId from, NativeId to) {
    along.put(from, to);
  }

  /** Where a move took a row of the batch before its own; null where it is still in its place. */
  NativeId wentAlong(int index) {
    return along.get(writes.get(index).id());
  }

  /** Rows that went along, those aside whose own write says where they are. */
  Map<NativeId, NativeId> along() {
    Map<NativeId, NativeId> others = new LinkedHashMap<>(along);
    for (int index = 0; index < outcomes.length; index++) {
      if (outcomes[index] instanceof Outcome.Written) {
        others.remove(writes.get(index).id());
      }
    }
    return others;
  }

  List<Outcome> outcomes() {
    return List.copyOf(Arrays.asList(outcomes));
  }
}
