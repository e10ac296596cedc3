package io.partnerhub.connector.smartsheet;

import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.system.SystemUnavailable;
import java.time.Duration;

/** A call that failed as a whole. */
final class ApiFault extends SystemUnavailable {

  private static final long serialVersionUID = 1;

  /** No row of the request is named as the culprit. */
  static final int NO_ROW = -1;

  private final FaultClass meaning;
  private final int row;

  /**
   * @param answer Smartsheet's own, null where it gave none
   * @param row index of the row of the request that is to blame; {@link #NO_ROW} where none is
   *     named
   */
  ApiFault(
      FaultClass meaning,
      String code,
      String message,
      String answer,
      int row,
      Duration after,
      Throwable cause) {
    super(new Outcome.Reason(meaning.kind(), code, message, answer), after, cause);
    this.meaning = meaning;
    this.row = row;
  }

  ApiFault(FaultClass meaning, String code, String message) {
    this(meaning, code, message, null, NO_ROW, null, null);
  }

  FaultClass meaning() {
    return meaning;
  }

  int row() {
    return row;
  }

  /** The sheet of the call does not exist for this token. */
  boolean sheetMissing() {
    return row == NO_ROW && (meaning == FaultClass.NOT_FOUND || meaning == FaultClass.FORBIDDEN);
  }
}
