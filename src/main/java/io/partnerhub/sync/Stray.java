package io.partnerhub.sync;

import io.partnerhub.model.NativeId;
import java.time.Duration;
import java.time.Instant;

/**
 * A copy that belongs to no record, and so is never written.
 *
 * @param key its business key; null when empty
 * @param until end of the last read that showed it; for {@link Why#REPLACED}: pictures from reads
 *     begun before this tick are ignored
 * @param lookAgain what made it stray may be gone: it is to be read and judged again
 * @param told the reason that was last told on the copy itself; null for none
 * @param tellAt nothing is told on it before; null for at once
 */
public record Stray(
    NativeId id, String key, Why why, long until, boolean lookAgain, Why told, Instant tellAt) {

  /** Somebody may still be typing, or about to add what is missing. */
  private static final Duration TYPING = Duration.ofMinutes(1);

  /** One that was not known before, and on which nothing was told. */
  public Stray(NativeId id, String key, Why why, long until, boolean lookAgain) {
    this(id, key, why, until, lookAgain, null, null);
  }

  /** Why no record has it. */
  public enum Why {
    EMPTY_KEY("has no key: fill it in, or delete the row"),
    DOUBLE_KEY("has a key that another copy in this system has too: keep one of them"),
    SEVERAL_RECORDS("has a key that several records have: give each its own"),
    OVERTAKEN("was added by the hub for a record that has another copy by now: delete it"),
    TOO_EARLY("was seen before what it replaces was known to be gone"),
    REPLACED("was deleted, and another copy took its place");

    private final String sentence;

    Why(String sentence) {
      this.sentence = sentence;
    }

    /** Whether people have to mend it: what else there is passes, or nobody sees it any more. */
    public boolean isForPeople() {
      return this != TOO_EARLY && this != REPLACED;
    }

    /** What is wrong and what to do, for people; completes "this row …". */
    public String sentence() {
      return sentence;
    }
  }

  /** The same, to be judged once more. */
  public Stray again() {
    return new Stray(id, key, why, until, true, told, tellAt);
  }

  /**
   * The same, judged once more; what was told on it before stays told.
   *
   * @param typedAt when somebody may have been at it, if it is new; null where it is older
   */
  public Stray after(Stray before, Instant typedAt) {
    Instant readyAt = typedAt == null ? null : typedAt.plus(TYPING);
    return new Stray(
        id,
        key,
        why,
        until,
        lookAgain,
        before == null ? null : before.told,
        before == null ? readyAt : before.tellAt);
  }

  /** The reason why it is stray stands on the copy itself. */
  public Stray tells() {
    return new Stray(id, key, why, until, lookAgain, why, null);
  }

  /** Nothing is told on it before an instant. */
  public Stray toldLater(Instant at) {
    return new Stray(id, key, why, until, lookAgain, told, at);
  }

  /** Whether the reason is still to be told on the copy. */
  public boolean isUntold() {
    return why.isForPeople() && told != why && !lookAgain;
  }
}
