package io.partnerhub.sync;

import java.time.Instant;

/**
 * What stands in the way of a write.
 *
 * @param failures tries in a row that failed in one way
 * @param since when the first of them was; null where there is none
 * @param reason why the last try failed; null after a success
 * @param tryAt not to be tried before; null for at once
 */
public record Trouble(
    int failures, Instant since, Outcome.Reason reason, Instant tryAt, Fate fate) {

  public static final Trouble NONE = new Trouble(0, null, null, null, Fate.TRIED);

  /** What becomes of the write. */
  public enum Fate {
    /** It is tried, again and again. */
    TRIED(false, false),
    /** It was given up: a dead letter tells of it. */
    GIVEN_UP(true, true),
    /** It is tried once more, with newer values or since an admin wants it; its letter is open. */
    TRIED_ONCE_MORE(false, true),
    /** An admin put its letter away: only newer values are tried. */
    DISCARDED(true, false);

    private final boolean rests;
    private final boolean hasLetter;

    Fate(boolean rests, boolean hasLetter) {
      this.rests = rests;
      this.hasLetter = hasLetter;
    }

    /** Whether nothing is tried until the record changes or somebody asks for it. */
    public boolean rests() {
      return rests;
    }

    /** Whether a dead letter is open. */
    public boolean hasLetter() {
      return hasLetter;
    }
  }

  /** Newer values may succeed where the last ones failed. */
  Trouble retriedNow() {
    return switch (fate) {
      case GIVEN_UP -> new Trouble(0, null, reason, null, Fate.TRIED_ONCE_MORE);
      case DISCARDED -> new Trouble(0, null, reason, null, Fate.TRIED);
      case TRIED, TRIED_ONCE_MORE -> new Trouble(failures, since, reason, null, fate);
    };
  }

  /** The same, not to be tried before an instant. */
  Trouble notBefore(Instant instant) {
    return new Trouble(failures, since, reason, instant, fate);
  }

  /** An admin wants it tried once more, at once. */
  public Trouble replayed() {
    return new Trouble(0, null, reason, null, Fate.TRIED_ONCE_MORE);
  }

  /** An admin put its letter away. */
  public Trouble discarded() {
    return new Trouble(failures, since, reason, null, Fate.DISCARDED);
  }

  /** The same, tried no more: a dead letter. */
  public Trouble givenUp() {
    return new Trouble(failures, since, reason, null, Fate.GIVEN_UP);
  }

  /** Something else of the record went through, which mends nothing that a letter tells of. */
  public Trouble aside() {
    return fate == Fate.TRIED ? NONE : notBefore(null);
  }

  /**
   * Something else of the record did not go through: that is tried again, and changes nothing about
   * the letter.
   */
  public Trouble aside(Outcome.Reason why, Instant now, Instant again) {
    return new Trouble(
        failures + 1, since == null ? now : since, reason == null ? why : reason, again, fate);
  }

  /** A letter tells of it, though it still goes by itself once its cause is gone. */
  public Trouble withLetter(Outcome.Reason why) {
    return new Trouble(failures, since, why, tryAt, Fate.TRIED_ONCE_MORE);
  }
}
