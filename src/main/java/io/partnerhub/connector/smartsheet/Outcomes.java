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
    return switch (fault.meaning()) {
      case DATA -> new Outcome.Rejected(fault.reason());
      case ROW_GONE -> new Outcome.Gone(fault.reason());
      case UNKNOWN -> new Outcome.Unknown(fault.reason());
      default -> new Outcome.RetryLater(fault.reason(), fault.after());
    };
  }

  /** The row itself was refused, and others may have been written. */
  static Outcome ofRow(ApiFault fault, Reason reason) {
    return switch (fault.meaning()) {
      case DATA -> new Outcome.Rejected(reason);
      case ROW_GONE, NOT_FOUND -> new Outcome.Gone(reason);
      case UNKNOWN -> new Outcome.Unknown(reason);
      default -> new Outcome.RetryLater(reason, fault.after());
    };
  }
}
