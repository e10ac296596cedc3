package io.partnerhub.sandbox.demo.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An order as it stands in the morning.
 *
 * @param status as the hub calls it
 * @param carrier null until it is shipped, as are the tracking number and the day of shipping
 * @param deliveredOn null until it is delivered
 * @param lines how many lines it has
 * @param units how many units over all lines
 */
public record MorningOrder(
    Order order,
    String status,
    String carrier,
    String trackingNumber,
    LocalDate deliveredOn,
    int lines,
    int units) {

  /** The states of the orders that nobody has shipped yet, in turn. */
  private static final List<String> UNSHIPPED = List.of("Draft", "Ready", "Accepted", "Picked");

  private static final int CLOSED_AFTER_DAYS = 30;
  private static final int FASTEST_DAYS = 2;
  private static final int TRACKING_NUMBERS = 100_000_000;
  private static final long SCATTER = 7_919_317;

  /** All orders, in their order. */
  static List<MorningOrder> of(Northwind northwind, LocalDate today) {
    List<MorningOrder> orders = new ArrayList<>();
    int unshipped = 0;
    for (Order order : northwind.orders()) {
      String status =
          order.shippedOn() == null
              ? UNSHIPPED.get(unshipped++ % UNSHIPPED.size())
              : shipped(order, today);
      orders.add(of(order, status, northwind));
    }
    return List.copyOf(orders);
  }

  private static MorningOrder of(Order order, String status, Northwind northwind) {
    List<OrderLine> lines = northwind.lines().getOrDefault(order.number(), List.of());
    boolean shipped = order.shippedOn() != null;
    return new MorningOrder(
        order,
        status,
        shipped ? northwind.shippers().get(order.shipper()) : null,
        shipped ? trackingNumber(order) : null,
        shipped && !status.equals("Shipped") ? deliveredOn(order) : null,
        lines.size(),
        lines.stream().mapToInt(OrderLine::units).sum());
  }

  private static String shipped(Order order, LocalDate today) {
    LocalDate delivered = deliveredOn(order);
    if (delivered.isAfter(today)) {
      return "Shipped";
    }
    return delivered.plusDays(CLOSED_AFTER_DAYS).isAfter(today) ? "Delivered" : "Closed";
  }

  /** Northwind does not say it: each shipper takes a day longer than the one before. */
  private static LocalDate deliveredOn(Order order) {
    return order.shippedOn().plusDays(FASTEST_DAYS + Long.parseLong(order.shipper()));
  }

  private static String trackingNumber(Order order) {
    long number = Long.parseLong(order.number()) * SCATTER % TRACKING_NUMBERS;
    return "NW%s%08d".formatted(order.shipper(), number);
  }

  String number() {
    return order.number();
  }
}
