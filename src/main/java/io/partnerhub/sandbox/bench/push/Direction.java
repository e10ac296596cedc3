package io.partnerhub.sandbox.bench.push;

import io.partnerhub.model.SystemName;
import java.util.ArrayList;
import java.util.List;

/** From the system in which something was changed to one that gets it. */
record Direction(SystemName from, SystemName to) {

  private static final List<SystemName> SYSTEMS =
      List.of(SystemName.SALESFORCE, SystemName.SMARTSHEET, SystemName.FULFILLMENT);

  /** Those that begin in a system. */
  static List<Direction> from(SystemName system) {
    return SYSTEMS.stream()
        .filter(other -> !other.equals(system))
        .map(other -> new Direction(system, other))
        .toList();
  }

  /** All six. */
  static List<Direction> all() {
    List<Direction> all = new ArrayList<>();
    SYSTEMS.forEach(system -> all.addAll(from(system)));
    return all;
  }

  static List<SystemName> systems() {
    return SYSTEMS;
  }

  @Override
  public String toString() {
    return from.value() + " to " + to.value();
  }
}
