package io.partnerhub.sandbox.bench.world;

import java.util.List;

/** How much a run with all three record types moves; each at least 1. */
public record ThreeSize(int partners, int orders, int activations) {

  public static final String PARTNER = "partner";
  public static final String ORDER = "order";
  public static final String ACTIVATION = "activation";

  private static final int CHANGED_OF = 100;

  /** Parents first. */
  public List<Amount> amounts() {
    return List.of(
        new Amount(PARTNER, partners),
        new Amount(ORDER, orders),
        new Amount(ACTIVATION, activations));
  }

  public Amount of(String type) {
    return amounts().stream()
        .filter(amount -> amount.type().equals(type))
        .findFirst()
        .orElseThrow();
  }

  public int records() {
    return partners + orders + activations;
  }

  /** Orders that the change concerns: one in a hundred, at least one. */
  public int changedOrders() {
    return Math.max(1, orders / CHANGED_OF);
  }
}
