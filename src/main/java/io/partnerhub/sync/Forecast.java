package io.partnerhub.sync;

/**
 * What a replay of a dead letter would come to, judged by what the hub knows today, without a call.
 *
 * @param sentence why, for people
 */
public record Forecast(Verdict verdict, String sentence) {

  /** How it would end. */
  public enum Verdict {
    /** What stood in the way was the hub's own condition, and it is met. */
    WOULD_SUCCEED("would succeed"),
    /** Nothing of it is to be written any more. */
    SUPERSEDED("superseded"),
    /** The hub would not send it, or would send what was refused for its values. */
    STILL_FAILS("still fails"),
    /** Only its system knows. */
    CANNOT_TELL("cannot tell");

    private final String inWords;

    Verdict(String inWords) {
      this.inWords = inWords;
    }

    public String inWords() {
      return inWords;
    }
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
