package io.partnerhub.sync;

import java.util.Locale;

/**
 * Why a write or a read did not succeed, in the hub's own words; each connector sorts into them.
 */
public enum ReasonClass {
  /** The system takes no such value. */
  VALUE(Mender.OWNER),
  /** The system wants a value where there is none. */
  MISSING(Mender.OWNER),
  /** What the record refers to is not there. */
  REFERENCE(Mender.OWNER),
  /** Another record has what must be unique. */
  DUPLICATE(Mender.OWNER),
  /** The hub's user may not do this to this record. */
  PERMISSION(Mender.OPERATOR),
  /** Somebody else was changing the same thing. */
  CONFLICT(Mender.TIME),
  /** The copy, or the place that it belongs in, is not there any more. */
  GONE(Mender.OPERATOR),
  /** A place is full, or a call was too large. */
  TOO_LARGE(Mender.OPERATOR),
  /** An answer that the hub cannot read. */
  PARSE(Mender.OPERATOR),
  /** The system wants fewer calls a minute. */
  RATE_LIMIT(Mender.TIME),
  /** The calls that the hub may make are used up. */
  BUDGET(Mender.TIME),
  /** The system was not reached. */
  CONNECTION(Mender.OTHER_SYSTEM),
  /** The system failed by itself. */
  SERVER(Mender.OTHER_SYSTEM),
  /** The system does not let the hub in. */
  AUTH(Mender.OPERATOR),
  /** No usable answer came: it may or may not have been done. */
  UNKNOWN_OUTCOME(Mender.TIME);

  /** Who can put it right. */
  public enum Mender {
    OWNER("the record's owner"),
    OPERATOR("the operator"),
    OTHER_SYSTEM("whoever runs the other system"),
    TIME("nobody but time");

    private final String inWords;

    Mender(String inWords) {
      this.inWords = inWords;
    }

    public String inWords() {
      return inWords;
    }
  }

  private final Mender mender;

  ReasonClass(Mender mender) {
    this.mender = mender;
  }

  public Mender mender() {
    return mender;
  }

  /** Whether it says that the system as a whole is away, whatever it was asked. */
  public boolean isAboutSystem() {
    return switch (this) {
      case CONNECTION, SERVER, AUTH, UNKNOWN_OUTCOME, PARSE -> true;
      default -> false;
    };
  }

  /** Whether it is neither about a record nor about a system that is away: time mends it. */
  public boolean isAboutCalls() {
    return this == RATE_LIMIT || this == BUDGET;
  }

  /** As people read and type it, such as {@code rate-limit}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The class of a word.
   *
   * @throws IllegalArgumentException with the words there are
   */
  public static ReasonClass of(String word) {
    for (ReasonClass one : values()) {
      if (one.word().equals(word)) {
        return one;
      }
    }
    throw new IllegalArgumentException("There is no reason class " + word);
  }
}
