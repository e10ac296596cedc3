package io.partnerhub.sandbox.demo.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The Northwind files that come with the sandbox.
 *
 * @param orders of these customers, in the order of their numbers
 * @param lines of these orders, by the order's number
 * @param shippers names by number
 * @param faults what was left out and why, a sentence each
 */
public record Northwind(
    List<Customer> customers,
    List<Order> orders,
    Map<String, List<OrderLine>> lines,
    Map<String, String> shippers,
    List<String> faults) {

  private static final String FOLDER = "/io/partnerhub/sandbox/demo/";
  private static final String ORDERS = "orders.csv";
  private static final String LINES = "order-details.csv";

  /**
   * Reads them.
   *
   * @param today the day that the latest orders are moved to, and all others with them
   */
  public static Northwind movedTo(LocalDate today) {
    List<String> faults = new ArrayList<>();
    List<Customer> customers = read("customers.csv", Customer.FORMAT, faults);
    Map<String, String> shippers = new LinkedHashMap<>();
    read("shippers.csv", Shipper.FORMAT, faults).forEach(s -> shippers.put(s.number(), s.name()));
    List<Order> orders = read(ORDERS, Order.FORMAT, faults);
    orders = known(orders, customers, shippers, faults);
    Map<String, List<OrderLine>> lines =
        byOrder(read(LINES, OrderLine.FORMAT, faults), orders, faults);
    return new Northwind(customers, moved(orders, today), lines, shippers, List.copyOf(faults));
  }

  private static <T> List<T> read(String file, CsvRows.Format<T> format, List<String> faults) {
    try (InputStream in = Northwind.class.getResourceAsStream(FOLDER + file)) {
      CsvRows<T> rows = CsvRows.parse(file, in.readAllBytes(), format);
      faults.addAll(rows.faults());
      return rows.rows();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /** The orders whose customer and shipper exist. */
  static List<Order> known(
      List<Order> orders,
      List<Customer> customers,
      Map<String, String> shippers,
      List<String> faults) {
    Set<String> codes = customers.stream().map(Customer::code).collect(Collectors.toSet());
    List<Order> known = new ArrayList<>();
    for (Order order : orders) {
      if (!codes.contains(order.customer())) {
        faults.add(unknown(order, "customer", order.customer()));
      } else if (!shippers.containsKey(order.shipper())) {
        faults.add(unknown(order, "shipper", order.shipper()));
      } else {
        known.add(order);
      }
    }
    return known;
  }

  private static String unknown(Order order, String what, String name) {
    return "%s: order %s names the %s %s, which is in no file; left out"
        .formatted(ORDERS, order.number(), what, name);
  }

  static Map<String, List<OrderLine>> byOrder(
      List<OrderLine> lines, List<Order> orders, List<String> faults) {
    Map<String, List<OrderLine>> byOrder =
        lines.stream()
            .collect(Collectors.groupingBy(OrderLine::order, TreeMap::new, Collectors.toList()));
    Set<String> numbers = orders.stream().map(Order::number).collect(Collectors.toSet());
    byOrder.forEach(
        (number, own) -> {
          if (!numbers.contains(number)) {
            faults.add(
                "%s: %d lines of order %s, which is left out; left out too"
                    .formatted(LINES, own.size(), number));
          }
        });
    byOrder.keySet().retainAll(numbers);
    return byOrder;
  }

  /** The codes of those who ordered something. */
  Set<String> buyers() {
    return orders.stream().map(Order::customer).collect(Collectors.toSet());
  }

  private static List<Order> moved(List<Order> orders, LocalDate today) {
    LocalDate last = orders.stream().map(Order::orderedOn).max(LocalDate::compareTo).orElse(today);
    long days = ChronoUnit.DAYS.between(last, today);
    return orders.stream().map(order -> order.later(days)).toList();
  }
}
