package io.partnerhub.sandbox.bench;

import java.util.List;

/** How much a run with all three record types moves; each at least 1. */
record ThreeSize(int partners, int orders, int activations) {

  static final String PARTNER = "partner";
  static final String ORDER = "order";
  static final String ACTIVATION = "activation";

  private static final int CHANGED_OF = 100;

  /** Parents first. */
  List<Amount> amounts() {
    return List.of(
        new Amount(PARTNER, partners),
        new Amount(ORDER, orders),
        new Amount(ACTIVATION, activations));
  }

  Amount of(String type) {
    return amounts().stream()
        .filter(amount -> amount.type().equals(type))
        .findFirst()
        .orElseThrow();
  }

  int records() {
    return partners + orders + activations;
  }

  /** Orders that the change concerns: one in a hundred, at least one. */
  int changedOrders() {
    return Math.max(1, orders / CHANGED_OF);
  }
}
