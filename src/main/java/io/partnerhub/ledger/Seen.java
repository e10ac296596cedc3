package io.partnerhub.ledger;

import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Decision;

/**
 * A decision of the ledger at its place among all of its record.
 *
 * @param at grows from decision to decision
 * @param system whose copy was read, or written
 */
record Seen(int at, SystemName system, Decision decision) {

  String field() {
    return decision.field();
  }

  /** Whether it settled the field's agreed value. */
  boolean settles() {
    return switch (decision.verdict()) {
      case ACCEPTED, CHOSEN, RELEASED -> true;
      default -> false;
    };
  }
}
