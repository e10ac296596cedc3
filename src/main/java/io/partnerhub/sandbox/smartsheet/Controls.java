package io.partnerhub.sandbox.smartsheet;

import java.time.Duration;
import java.util.Locale;

/** What goes wrong on command in the simulated service. */
public final class Controls {
  private final Workspace workspace;
  private final String hubToken;

  Controls(Workspace workspace, String hubToken) {
    this.workspace = workspace;
    this.hubToken = hubToken;
  }

  /** Limits and delays. */
  public Settings settings() {
    return workspace.settings();
  }

  /** Lets the hub's token expire (1003), or makes it good again. */
  public void tokenExpired(boolean expired) {
    workspace.tokens().expired(hubToken, expired);
  }

  /** Makes another token good for a user. */
  public void issueToken(String token, String email) {
    workspace.tokens().issue(token, workspace.people().of(email));
  }

  /**
   * Refuses API writes of a row.
   *
   * @param errorCode the API's number; its HTTP status goes with it, 400 when this simulator does
   *     not know it
   * @param times how often, null for ever
   */
  public void refuseRow(long rowId, int errorCode, String message, Integer times) {
    workspace.refusals().add(rowId, null, error(errorCode, message), times);
  }

  /** Refuses API writes of rows that hold or are given a cell of this text. */
  public void refuseKey(String key, int errorCode, String message, Integer times) {
    workspace.refusals().add(null, key, error(errorCode, message), times);
  }

  /** Ends all refusals of rows. */
  public void refuseNothing() {
    workspace.refusals().clear();
  }

  /**
   * Rewrites a column within each write of it: the answer shows the rewritten value.
   *
   * @param action {@code cut} to a number of characters, {@code uppercase}, or {@code append}
   * @param argument the number or the text, empty for uppercase
   */
  public void automate(String sheet, String column, String action, String argument) {
    add(sheet, column, action, argument, null, Duration.ZERO);
  }

  /** Rewrites a column some time after each write of it, as a change by this person. */
  public void automateLater(
      String sheet, String column, String action, String argument, String by, Duration delay) {
    add(sheet, column, action, argument, workspace.people().of(by), delay);
  }

  /** Ends the automations of a sheet. */
  public void automateNothing(String sheet) {
    Sheet found = Screen.sheet(workspace, sheet);
    workspace.change(
        found,
        () -> {
          found.automations().clear();
          return null;
        });
  }

  private void add(
      String sheet, String column, String action, String argument, Person by, Duration delay) {
    Sheet found = Screen.sheet(workspace, sheet);
    Automation.Action kind = Automation.Action.valueOf(action.toUpperCase(Locale.ROOT));
    if (kind == Automation.Action.CUT && !argument.matches("\\d{1,4}")) {
      throw new IllegalArgumentException(
          "cut needs a number of characters as its argument, not \"" + argument + "\"");
    }
    workspace.change(
        found,
        () -> {
          long columnId = Screen.column(found, column).id();
          found.automations().add(new Automation(columnId, kind, argument, by, delay.toMillis()));
          return null;
        });
  }

  private static ApiError error(int number, String message) {
    return new ApiError(ErrorCode.statusOf(number).orElse(400), number, message);
  }
}
