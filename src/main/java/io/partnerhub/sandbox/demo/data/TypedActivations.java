package io.partnerhub.sandbox.demo.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The activation tracker before the hub came: some activations as people type them. */
final class TypedActivations {

  private static final Map<String, List<String>> ALIASES =
      Map.of(
          "Activated", List.of("Activated", "live", "activated"),
          "Delivered", List.of("Delivered", "arrived"),
          "Suspended", List.of("Suspended", "on hold"),
          "Cancelled", List.of("Cancelled", "canceled"));

  private TypedActivations() {}

  /** Cells by column title; the same for the same seed. */
  static List<Map<String, Object>> of(List<MorningActivation> activations, long seed) {
    Random random = new Random(seed);
    List<Map<String, Object>> rows = new ArrayList<>();
    activations.forEach(activation -> rows.add(row(activation, new Typist(random))));
    Collections.shuffle(rows, random);
    return rows;
  }

  private static Map<String, Object> row(MorningActivation today, Typist typist) {
    typist.put("Activation", typist.typed(today.number()));
    typist.put("Order", typist.spaced(today.order().number()));
    typist.put("Partner", typist.typed(today.order().customer()));
    typist.mostly("Status", typist.alias(today.status(), ALIASES));
    typist.mostly("Serial number", today.serial());
    typist.mostly("Activated on", SeedOrders.text(today.activatedOn()));
    typist.mostly("Blocker", today.blocker());
    typist.mostly("Blocked on", SeedOrders.text(today.blockedOn()));
    return typist.cells();
  }
}
