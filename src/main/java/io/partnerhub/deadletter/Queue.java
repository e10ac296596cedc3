package io.partnerhub.deadletter;

import io.partnerhub.ledger.Line;
import io.partnerhub.sync.store.Letter;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The dead letters that the store keeps. Reads alone. */
public interface Queue {

  /**
   * Letters that a filter lets through, in the order in which they came.
   *
   * @param after only those with a greater id than this; 0 to begin with
   * @param now for ages
   */
  List<DeadLetter> list(Filter filter, long after, int limit, Instant now);

  /** How many letters {@link #list} would give without a limit. */
  int count(Filter filter, long after, Instant now);

  Optional<DeadLetter> find(long id);

  /** How many are in the queue. */
  Depth depth();

  /** Where some letters stand; those that do not exist are missing. */
  Map<Long, Letter.State> states(Collection<Long> ids);

  /**
   * The ledger's newest lines about a letter's write since it began to fail, and about the letter
   * itself; newest first.
   */
  List<Line> story(DeadLetter letter, int most);
}
