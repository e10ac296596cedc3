package io.partnerhub.sandbox.demo.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The order tracker before the hub came: the newest orders as people type them. */
final class TypedOrders {

  private static final Map<String, List<String>> ALIASES =
      Map.of(
          "Ready", List.of("Ready", "ready to ship"),
          "Picked", List.of("Picked", "packed"),
          "Shipped", List.of("Shipped", "sent", "SHIPPED"),
          "Delivered", List.of("Delivered", "arrived"),
          "Closed", List.of("Closed", "done"));

  private TypedOrders() {}

  /** Cells by column title; the same for the same seed. */
  static List<Map<String, Object>> of(List<MorningOrder> orders, long seed) {
    Random random = new Random(seed);
    List<Map<String, Object>> rows = new ArrayList<>();
    orders.forEach(order -> rows.add(row(order, new Typist(random))));
    Collections.shuffle(rows, random);
    return rows;
  }

  private static Map<String, Object> row(MorningOrder today, Typist typist) {
    Order order = today.order();
    typist.put("Order", typist.spaced(order.number()));
    typist.put("Partner", typist.typed(order.customer()));
    typist.mostly("Ordered on", order.orderedOn().toString());
    typist.mostly("Required on", order.requiredOn().toString());
    typist.mostly("Status", typist.alias(today.status(), ALIASES));
    typist.mostly("Ship to", typist.spaced(order.name()));
    typist.mostly("City", typist.spaced(order.city()));
    typist.mostly("Country", order.country());
    typist.mostly("Carrier", today.carrier());
    typist.mostly("Units", today.units());
    if (typist.oneIn(8)) {
      typist.put("Notes", "Deliver before %d o'clock.".formatted(8 + typist.number(4)));
    }
    return typist.cells();
  }
}
