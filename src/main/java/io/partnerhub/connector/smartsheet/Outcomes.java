package io.partnerhub.connector.smartsheet;

import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Outcome.Reason;
import io.partnerhub.sync.ReasonClass;

/** What a fault means for a row that was to be written. */
final class Outcomes {

  private Outcomes() {}

  /** The call failed as a whole. */
  static Outcome ofCall(ApiFault fault, int row) {
    if (fault.row() == row) {
      return ofRow(fault, fault.reason());
    }
    if (fault.row() != ApiFault.NO_ROW) {
      return new Outcome.RetryLater(
          new Reason(
              ReasonClass.CONFLICT,
              "NOT_TRIED",
              "Not written: another row of the same call was refused"),
          null);
    }
    return of(fault, fault.reason());
  }

  /** The row itself was refused, and others may have been written. */
  static Outcome ofRow(ApiFault fault, Reason reason) {
    return fault.meaning() == FaultClass.NOT_FOUND
        ? new Outcome.Gone(reason)
        : of(fault, reason.alone());
  }

  private static Outcome of(ApiFault fault, Reason reason) {
    return switch (fault.meaning().end()) {
      case PUT_OFF -> new Outcome.RetryLater(reason, fault.after());
      case REJECTED -> new Outcome.Rejected(reason);
      case GONE -> new Outcome.Gone(reason);
      case UNKNOWN -> new Outcome.Unknown(reason);
    };
  }

  /** Rows that stay after so many calls to find those at fault wait for a later try. */
  static Outcome notReached() {
    return new Outcome.RetryLater(
        new Reason(
            ReasonClass.CONFLICT,
            "NOT_REACHED",
            "Not written: other rows made Smartsheet refuse whole calls"),
        null);
  }
}
