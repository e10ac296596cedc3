package io.partnerhub.connector.smartsheet;

/** What an error of Smartsheet means for the hub. */
enum FaultClass {
  /** Too many calls: every call has to wait. */
  RATE_LIMIT(Reach.SYSTEM),
  /** The system is closed for a while. */
  CLOSED(Reach.SYSTEM),
  /** The call never left, or was refused before it was looked at. */
  NOT_SENT(Reach.SYSTEM),
  /** The token is refused. */
  REFUSED(Reach.SYSTEM),
  /** The token may not do this with this sheet. */
  FORBIDDEN(Reach.SHEET),
  /** Somebody else is saving the sheet. */
  COLLISION(Reach.SHEET),
  /** The row, or where no row is named the sheet, does not exist. */
  NOT_FOUND(Reach.SHEET),
  ROW_GONE(Reach.CALL),
  COLUMN_GONE(Reach.SHEET),
  /** The row to put others beneath is not there any more. */
  PLACE_GONE(Reach.CALL),
  /** The values are refused and will be again. */
  DATA(Reach.CALL),
  /** No usable answer: the call may or may not have taken effect. */
  UNKNOWN(Reach.SYSTEM);

  /** How much of what is still to be written a fault stops. */
  enum Reach {
    CALL,
    SHEET,
    SYSTEM
  }

  private final Reach reach;

  FaultClass(Reach reach) {
    this.reach = reach;
  }

  Reach reach() {
    return reach;
  }
}
