package io.partnerhub.deadletter;

import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.store.Letter;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which dead letters are meant. Null means any; without a state, those in the queue.
 *
 * @param kind reason class
 * @param system as the mapping names it
 * @param type record type
 * @param code the system's own code
 * @param key business key, in any case
 * @param assigned who cares for it; {@link #NOBODY} for those that nobody cares for
 * @param older how long it is in the queue at least
 * @param states where it stands
 */
public record Filter(
    ReasonClass kind,
    String system,
    String type,
    String code,
    String key,
    String assigned,
    Duration older,
    Set<Letter.State> states) {

  /** Nobody cares for it. */
  public static final String NOBODY = "nobody";

  private static final Set<Letter.State> QUEUE =
      Arrays.stream(Letter.State.values())
          .filter(Letter.State::isOpen)
          .collect(Collectors.toUnmodifiableSet());

  /** Everything in the queue. */
  public static final Filter ALL = new Filter(null, null, null, null, null, null, null, QUEUE);

  /** Every letter of a record type, wherever it stands. */
  static Filter ofType(String name) {
    return new Filter(null, null, name, null, null, null, null, Set.of(Letter.State.values()));
  }

  /** Every letter of a system, wherever it stands. */
  static Filter ofSystem(String name) {
    return new Filter(null, name, null, null, null, null, null, Set.of(Letter.State.values()));
  }

  /**
   * Reads a filter such as {@code class=value system=smartsheet older=2h key="A B"}.
   *
   * @param text null or blank for everything in the queue
   * @throws IllegalArgumentException that says which word is wrong, and what there is
   */
  public static Filter parse(String text) {
    return new FilterReader(text).read();
  }

  /** Whether it names no condition. */
  public boolean isEmpty() {
    return equals(ALL);
  }

  /** The same of those that wait for somebody already, and whose write is not tried. */
  Filter waiting() {
    Duration age = older == null ? Duration.ZERO : older;
    return new Filter(kind, system, type, code, key, assigned, age, Set.of(Letter.State.OPEN));
  }

  /** Whether it says where letters stand. */
  boolean namesState() {
    return !states.equals(QUEUE);
  }
}
