package io.partnerhub.connector.smartsheet;

import io.partnerhub.sync.ReasonClass;

/** What an error of Smartsheet means for the hub. */
enum FaultClass {
  /** Too many calls: every call has to wait. */
  RATE_LIMIT(Reach.SYSTEM, ReasonClass.RATE_LIMIT),
  /** The hub's own calls are used up: the call was not made. */
  SPENT(Reach.SYSTEM, ReasonClass.BUDGET),
  /** The system is closed for a while. */
  CLOSED(Reach.SYSTEM, ReasonClass.SERVER),
  /** The call never left, or was refused before it was looked at. */
  NOT_SENT(Reach.SYSTEM, ReasonClass.CONNECTION),
  /** The token is refused. */
  REFUSED(Reach.SYSTEM, ReasonClass.AUTH),
  /** The token may not do this with this sheet. */
  FORBIDDEN(Reach.SHEET, ReasonClass.PERMISSION),
  /** Somebody else is saving the sheet. */
  COLLISION(Reach.SHEET, ReasonClass.CONFLICT),
  /** The row, or where no row is named the sheet, does not exist. */
  NOT_FOUND(Reach.SHEET, ReasonClass.GONE),
  ROW_GONE(Reach.CALL, ReasonClass.GONE),
  COLUMN_GONE(Reach.SHEET, ReasonClass.GONE),
  /** The row to put others beneath is not there any more. */
  PLACE_GONE(Reach.CALL, ReasonClass.GONE),
  /** The values are refused and will be again. */
  DATA(Reach.CALL, ReasonClass.VALUE),
  /** No usable answer: the call may or may not have taken effect. */
  UNKNOWN(Reach.SYSTEM, ReasonClass.UNKNOWN_OUTCOME);

  /** How much of what is still to be written a fault stops. */
  enum Reach {
    CALL,
    SHEET,
    SYSTEM
  }

  private final Reach reach;
  private final ReasonClass kind;

  FaultClass(Reach reach, ReasonClass kind) {
    this.reach = reach;
    this.kind = kind;
  }

  Reach reach() {
    return reach;
  }

  ReasonClass kind() {
    return kind;
  }
}
