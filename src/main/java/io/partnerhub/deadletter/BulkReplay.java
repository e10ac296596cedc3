package io.partnerhub.deadletter;

import io.partnerhub.model.RecordType;
import io.partnerhub.sync.Chooser;
import io.partnerhub.sync.store.Letter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A replay of many letters, a few a second. It watches what becomes of them, holds back while very
 * many are under way, and stops by itself when too many fail again.
 */
final class BulkReplay {

  private static final int MOST_UNDER_WAY = 1_000;
  private static final Duration LONGEST_WATCH = Duration.ofMinutes(10);

  private final BulkOrder order;
  private final Queue queue;
  private final Replay replay;
  private final Clock clock;
  private final StopRule stopRule;
  private final Set<Long> underWay = new HashSet<>();
  private boolean allTaken;
  private Instant watchUntil;
  private JobStatus status;

  BulkReplay(long id, BulkOrder order, StopRule stopRule, Queue queue, Replay replay, Clock clock) {
    this.order = order;
    this.stopRule = stopRule;
    this.queue = queue;
    this.replay = replay;
    this.clock = clock;
    this.status = JobStatus.begun(id, order, clock.instant());
  }

  synchronized JobStatus status() {
    return status;
  }

  /** What one second is for; does nothing once it is over. */
  synchronized void step() {
    if (status.state() != JobStatus.State.RUNNING) {
      return;
    }
    lookAtThoseUnderWay();
    if (stopRule.stops(status.written(), status.failed())) {
      end(
          JobStatus.State.STOPPED,
          "%d of %d failed again".formatted(status.failed(), status.written() + status.failed()));
    } else if (!allTaken) {
      takeMore();
    } else if (underWay.isEmpty()) {
      end(JobStatus.State.DONE, null);
    } else if (!clock.instant().isBefore(watchUntil)) {
      end(JobStatus.State.DONE, "some are still tried, as their system is slow or away");
    }
  }

  /** Ends it: what was replayed goes on, nothing more is. */
  synchronized void cancel(String why) {
    if (status.state() == JobStatus.State.RUNNING) {
      lookAtThoseUnderWay();
      end(JobStatus.State.CANCELLED, why);
    }
  }

  /** It cannot go on. */
  synchronized void fail(String why) {
    end(JobStatus.State.STOPPED, why);
  }

  /** Its process ends: what was replayed goes on, and the rest waits for a new one. */
  synchronized void interrupt(String why) {
    if (status.state() == JobStatus.State.RUNNING) {
      lookAtThoseUnderWay();
      end(JobStatus.State.INTERRUPTED, why);
    }
  }

  private void end(JobStatus.State state, String why) {
    int more = queue.count(order.filter(), status.last(), order.asOf());
    status = status.ended(state, why, more, clock.instant());
  }

  private void lookAtThoseUnderWay() {
    Map<Long, Letter.State> states = queue.states(underWay);
    int failed = 0;
    int written = 0;
    for (Map.Entry<Long, Letter.State> entry : states.entrySet()) {
      switch (entry.getValue()) {
        case OPEN -> failed++;
        case REPLAYED, SUPERSEDED -> written++;
        default -> {}
      }
      if (entry.getValue() != Letter.State.REPLAYING) {
        underWay.remove(entry.getKey());
      }
    }
    status = status.plus(written, failed, underWay.size());
  }

  private void takeMore() {
    int left = order.max() - status.taken();
    int room = Math.min(left, Math.min(order.perSecond(), MOST_UNDER_WAY - underWay.size()));
    if (room > 0) {
      List<DeadLetter> letters = queue.list(order.filter(), status.last(), room, order.asOf());
      if (!letters.isEmpty()) {
        replay(letters);
      }
      allTaken = letters.size() < room || letters.size() == left;
      watchUntil = clock.instant().plus(LONGEST_WATCH);
    }
  }

  private void replay(List<DeadLetter> letters) {
    Map<RecordType, Set<Long>> byType =
        letters.stream()
            .collect(
                Collectors.groupingBy(
                    DeadLetter::type, Collectors.mapping(DeadLetter::id, Collectors.toSet())));
    Chooser by = order.by().adding("job " + status.id());
    int refused = 0;
    for (Map.Entry<RecordType, Set<Long>> entry : byType.entrySet()) {
      Map<Long, String> notTried = replay.now(entry.getKey(), entry.getValue(), by);
      refused += notTried.size();
      underWay.addAll(entry.getValue());
      underWay.removeAll(notTried.keySet());
    }
    long last = letters.get(letters.size() - 1).id();
    status = status.took(letters.size(), refused, underWay.size(), last);
  }
}
