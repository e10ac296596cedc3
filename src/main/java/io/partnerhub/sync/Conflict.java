package io.partnerhub.sync;

import io.partnerhub.mapping.FieldRule;
import io.partnerhub.model.SystemName;
import java.time.Instant;

/**
 * Whose value counts, by the field's rule.
 *
 * @param notBefore earliest time of the edit that is judged
 * @param notAfter latest time of the edit that is judged
 */
record Conflict(Tolerances tolerances, Instant notBefore, Instant notAfter) {

  /** What is to be done with an edit. */
  enum Settlement {
    ACCEPT,
    REFUSE,
    HOLD
  }

  /**
   * Settles an edit.
   *
   * @param moved the agreed value is no longer what the edit started from
   * @param agreed where the agreed value is from; null when it is empty
   * @param ownerIsLinked the field's owner, if it has one, has a copy of the record
   */
  Settlement settle(
      FieldRule rule, SystemName system, boolean moved, boolean ownerIsLinked, Origin agreed) {
    if (rule instanceof FieldRule.Owner owner) {
      boolean counts = owner.system().equals(system) || (!ownerIsLinked && !moved);
      return counts ? Settlement.ACCEPT : Settlement.REFUSE;
    }
    if (rule instanceof FieldRule.Derived) {
      return Settlement.REFUSE;
    }
    if (!moved) {
      return Settlement.ACCEPT;
    }
    if (rule instanceof FieldRule.Prefer prefer) {
      return prefer.system().equals(system) ? Settlement.ACCEPT : Settlement.REFUSE;
    }
    return rule instanceof FieldRule.Latest ? later(agreed) : Settlement.HOLD;
  }

  Origin origin(SystemName system, long reading, String rule) {
    return new Origin(system, reading, rule, notBefore, notAfter);
  }

  private Settlement later(Origin agreed) {
    if (agreed == null || notBefore.isAfter(agreed.notAfter().plus(tolerances.clocks()))) {
      return Settlement.ACCEPT;
    }
    if (agreed.notBefore().isAfter(notAfter.plus(tolerances.clocks()))) {
      return Settlement.REFUSE;
    }
    return Settlement.HOLD;
  }
}
