package io.partnerhub.sandbox.bench.soak;

import io.partnerhub.model.SystemName;

/**
 * What a soak is to be.
 *
 * @param minutes during which people edit and calls fail
 * @param seed decides what is edited, which calls fail, and what of the telling gets lost
 * @param push the systems tell the hub of changes, and it looks itself only now and then
 */
record SoakPlan(double minutes, long seed, boolean push) {

  /** The system whose events tell what became of the hub's writes; empty where none does. */
  String teller() {
    return push ? SystemName.SALESFORCE.value() : "";
  }
}
