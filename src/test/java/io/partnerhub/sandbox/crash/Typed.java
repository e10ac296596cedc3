package io.partnerhub.sandbox.crash;

import io.partnerhub.model.SystemName;

/**
 * A value that a person is going to type, or to delete a row where there is no field.
 *
 * @param afterCalls not before the hub made so many calls
 * @param fate what must become of it
 */
record Typed(
    int afterCalls,
    SystemName system,
    String type,
    String key,
    String field,
    String value,
    Fate fate) {

  /** What the rules say to it. */
  enum Fate {
    /** Nobody else types there: every system shows it in the end. */
    SHOWN,
    /** Another system owns the field: it is put back, and the ledger says so. */
    YIELDS,
    /** Somebody types into the same field elsewhere: one of them is shown, or both are held. */
    CONTESTED,
    /** A new record: it is once in every system. */
    CREATED,
    /** A deleted row that the rule restores. */
    RESTORED
  }
}
