package io.partnerhub.sync;

/**
 * Who decides something by hand, and why; both stand in the ledger for good.
 *
 * @param who as the operating system or the management client names the caller
 */
public record Chooser(String who, String reason) {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REASON = 2_000;

  /**
   * Checks both.
   *
   * @throws ChoiceRefused when one of them is blank or too long
   */
  public Chooser {
    who = checked("name", who, LONGEST_NAME);
    reason = checked("reason", reason, LONGEST_REASON);
  }

  private static String checked(String what, String text, int longest) {
    String tidy = text == null ? "" : text.strip();
    if (tidy.isEmpty()) {
      throw new ChoiceRefused("Give a " + what + ": it is kept in the ledger");
    }
    if (tidy.length() > longest) {
      throw new ChoiceRefused("Give a " + what + " of at most " + longest + " characters");
    }
    return tidy;
  }

  /** The same, for a reason that says a little more. */
  public Chooser adding(String more) {
    String longer = reason + " (" + more + ")";
    return longer.length() > LONGEST_REASON ? this : new Chooser(who, longer);
  }

  /** For the ledger. */
  public String inWords() {
    return "by " + who + ": " + reason;
  }
}
