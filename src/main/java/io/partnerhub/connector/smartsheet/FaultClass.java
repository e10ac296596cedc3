package io.partnerhub.connector.smartsheet;

import io.partnerhub.sync.ReasonClass;

/** What an error of Smartsheet means for the hub. */
enum FaultClass {
  /** Too many calls: every call has to wait. */
  RATE_LIMIT(Reach.SYSTEM, End.PUT_OFF, ReasonClass.RATE_LIMIT),
  /** The hub's own calls are used up: the call was not made. */
  SPENT(Reach.SYSTEM, End.PUT_OFF, ReasonClass.BUDGET),
  /** The system is closed for a while. */
  CLOSED(Reach.SYSTEM, End.PUT_OFF, ReasonClass.SERVER),
  /** The call never left, or was refused before it was looked at. */
  NOT_SENT(Reach.SYSTEM, End.PUT_OFF, ReasonClass.CONNECTION),
  /** Something on the way sends the hub elsewhere. */
  REDIRECTED(Reach.SYSTEM, End.PUT_OFF, ReasonClass.PARSE),
  /** The token, or this version of the API, is not let in. */
  REFUSED(Reach.SYSTEM, End.PUT_OFF, ReasonClass.AUTH),
  /** The token may not do this with this sheet. */
  FORBIDDEN(Reach.SHEET, End.PUT_OFF, ReasonClass.PERMISSION),
  /** Somebody else is saving the sheet. */
  COLLISION(Reach.SHEET, End.PUT_OFF, ReasonClass.CONFLICT),
  /** The row, or where no row is named the sheet, does not exist. */
  NOT_FOUND(Reach.SHEET, End.PUT_OFF, ReasonClass.GONE),
  ROW_GONE(Reach.CALL, End.GONE, ReasonClass.GONE),
  COLUMN_GONE(Reach.SHEET, End.PUT_OFF, ReasonClass.GONE),
  /** A mapped column cannot hold what is mapped to it any more. */
  COLUMN_UNFIT(Reach.SHEET, End.PUT_OFF, ReasonClass.PERMISSION),
  /** The row to put others beneath is not there any more. */
  PLACE_GONE(Reach.CALL, End.PUT_OFF, ReasonClass.GONE),
  /** The values are refused and will be again. */
  VALUE(Reach.CALL, End.REJECTED, ReasonClass.VALUE),
  /** A value is wanted where there is none. */
  MISSING(Reach.CALL, End.REJECTED, ReasonClass.MISSING),
  /** A person or the sheet has locked the row or the column. */
  LOCKED(Reach.CALL, End.REJECTED, ReasonClass.PERMISSION),
  TOO_LARGE(Reach.CALL, End.REJECTED, ReasonClass.TOO_LARGE),
  /** Smartsheet itself failed: the call may or may not have taken effect. */
  FAILED(Reach.SYSTEM, End.UNKNOWN, ReasonClass.SERVER),
  /** An answer that is none of Smartsheet's: as {@link #UNKNOWN}. */
  UNREADABLE(Reach.SYSTEM, End.UNKNOWN, ReasonClass.PARSE),
  /** No usable answer: the call may or may not have taken effect. */
  UNKNOWN(Reach.SYSTEM, End.UNKNOWN, ReasonClass.UNKNOWN_OUTCOME);

  /** How much of what is still to be written a fault stops. */
  enum Reach {
    CALL,
    SHEET,
    SYSTEM
  }

  /** What becomes of a write. */
  enum End {
    PUT_OFF,
    REJECTED,
    GONE,
    UNKNOWN
  }

  private final Reach reach;
  private final End end;
  private final ReasonClass kind;

  FaultClass(Reach reach, End end, ReasonClass kind) {
    this.reach = reach;
    this.end = end;
    this.kind = kind;
  }

  Reach reach() {
    return reach;
  }

  End end() {
    return end;
  }

  ReasonClass kind() {
    return kind;
  }

  /** Whether a call did nothing because of some row in it: without that row it may succeed. */
  boolean isAboutARow() {
    return reach == Reach.CALL && end != End.PUT_OFF;
  }
}
