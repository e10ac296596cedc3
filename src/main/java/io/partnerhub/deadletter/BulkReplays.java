package io.partnerhub.deadletter;

import io.partnerhub.sync.ChoiceRefused;
import io.partnerhub.sync.Chooser;
import io.partnerhub.sync.letter.Mending;
import java.time.Clock;

/** Begins replays of many letters. */
public final class BulkReplays {

  private static final int FASTEST = 1_000;
  private static final int USUAL = 20;

  private final DeadLetters letters;
  private final Queue queue;
  private final Mending mending;
  private final Jobs jobs;
  private final StopRule stopRule;
  private final Clock clock;

  public BulkReplays(
      DeadLetters letters,
      Queue queue,
      Mending mending,
      Jobs jobs,
      StopRule stopRule,
      Clock clock) {
    this.letters = letters;
    this.queue = queue;
    this.mending = mending;
    this.jobs = jobs;
    this.stopRule = stopRule;
    this.clock = clock;
  }

  public Jobs jobs() {
    return jobs;
  }

  /**
   * Replays the letters that a filter lets through.
   *
   * @param max how many at most, at least 1
   * @param perSecond how many in a second at most, from 1 to 1,000
   * @throws IllegalArgumentException when the filter is empty or cannot be read
   */
  public JobStatus matching(String conditions, int max, int perSecond, Chooser by) {
    Filter filter = letters.filter(conditions);
    if (filter.isEmpty()) {
      throw new ChoiceRefused(
          "Name at least one condition; whoever means all letters says so: replay all");
    }
    if (filter.namesState()) {
      throw new ChoiceRefused("Only what waits in the queue is replayed: leave state= out");
    }
    return begin(filter, conditions.strip(), max, perSecond, by);
  }

  /** Replays every letter in the queue, 20 a second. */
  public JobStatus all(Chooser by) {
    return all(Integer.MAX_VALUE, USUAL, by);
  }

  /** The same within these bounds, which are as for {@link #matching}. */
  public JobStatus all(int max, int perSecond, Chooser by) {
    return begin(Filter.ALL, "", max, perSecond, by);
  }

  private JobStatus begin(Filter filter, String conditions, int max, int perSecond, Chooser by) {
    require("max", max, Integer.MAX_VALUE);
    require("perSecond", perSecond, FASTEST);
    BulkOrder order =
        new BulkOrder(filter.waiting(), conditions, clock.instant(), max, perSecond, by);
    return jobs.begin(
        order, id -> new BulkReplay(id, order, stopRule, queue, mending::replay, clock));
  }

  private static void require(String what, int number, int most) {
    if (number < 1 || number > most) {
      throw new ChoiceRefused("Give %s from 1 to %,d, not %d".formatted(what, most, number));
    }
  }
}
