package io.partnerhub.sync;

import io.partnerhub.model.NativeId;

/**
 * A copy that belongs to no record, and so is never written.
 *
 * @param key its business key; null when empty
 * @param until end of the last read that showed it; for {@link Why#REPLACED}: pictures from reads
 *     begun before this tick are ignored
 * @param lookAgain what made it stray may be gone: it is to be read and judged again
 */
public record Stray(NativeId id, String key, Why why, long until, boolean lookAgain) {

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

    /** What is wrong and what to do, for people; completes "this row …". */
    public String sentence() {
      return sentence;
    }
  }

  Stray again() {
    return new Stray(id, key, why, until, true);
  }
}
