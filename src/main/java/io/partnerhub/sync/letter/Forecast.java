package io.partnerhub.sync.letter;

/**
 * What a replay of a dead letter would come to, judged by what the hub knows and its system tells
 * today, without a write.
 *
 * @param sentence why, for people
 */
public record Forecast(Verdict verdict, String sentence) {

  /** How it would end. */
  public enum Verdict {
    /** What stood in the way is known to be there no more. */
    WOULD_SUCCEED("would succeed"),
    /** Nothing of it is to be written any more. */
    SUPERSEDED("superseded"),
    /** The hub would not send it, or its system would not take it by what it tells of itself. */
    STILL_FAILS("still fails"),
    /** Only a try tells: its system's own rules were in the way. */
    CANNOT_TELL("cannot tell");

    private final String inWords;

    Verdict(String inWords) {
      this.inWords = inWords;
    }

    public String inWords() {
      return inWords;
    }
  }

  static Forecast wouldSucceed(String why) {
    return new Forecast(Verdict.WOULD_SUCCEED, why);
  }

  static Forecast superseded(String why) {
    return new Forecast(Verdict.SUPERSEDED, why);
  }

  static Forecast stillFails(String why) {
    return new Forecast(Verdict.STILL_FAILS, why);
  }

  static Forecast cannotTell(String why) {
    return new Forecast(Verdict.CANNOT_TELL, why);
  }
}
