package io.partnerhub.sandbox.demo.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What each system holds before the hub comes: all of it in Salesforce, what fulfillment works on
 * or has shipped lately there, and a part in the trackers as people type it.
 *
 * @param accounts Salesforce's fields
 * @param partners the partner tracker
 * @param faults what was left out of the files and why, a sentence each
 */
public record Morning(
    List<Map<String, Object>> accounts,
    TypedTracker partners,
    List<MorningOrder> orders,
    List<MorningActivation> activations,
    List<Map<String, Object>> orderRows,
    List<Map<String, Object>> activationRows,
    List<String> faults) {

  /**
   * What the systems hold of one record type.
   *
   * @param fulfillment empty for a type that fulfillment does not have
   */
  public record Type(
      List<Map<String, Object>> salesforce,
      List<Map<String, Object>> tracker,
      List<Map<String, Object>> fulfillment) {}

  private static final int TYPED_ORDERS = 300;
  private static final int TYPED_ACTIVATIONS = 150;
  private static final int FULFILLMENT_DAYS = 90;

  /** The same for the same day and seed. */
  public static Morning of(LocalDate today, long seed) {
    Northwind northwind = Northwind.movedTo(today);
    List<Map<String, Object>> accounts = SeedAccounts.of(northwind.customers());
    List<MorningOrder> orders = MorningOrder.of(northwind, today);
    List<MorningActivation> activations = MorningActivation.of(orders, northwind, today);
    return new Morning(
        accounts,
        TypedTracker.of(accounts, seed),
        orders,
        activations,
        TypedOrders.of(last(orders, TYPED_ORDERS), seed),
        TypedActivations.of(last(activations, TYPED_ACTIVATIONS), seed),
        northwind.faults());
  }

  private static <T> List<T> last(List<T> all, int most) {
    return all.subList(Math.max(0, all.size() - most), all.size());
  }

  /** What the systems hold of a type, each by its own field names. */
  public Type of(String type) {
    return switch (type) {
      case "partner" -> new Type(accounts, partners.rows(), List.of());
      case "order" ->
          new Type(
              orders.stream().map(SeedOrders::inSalesforce).toList(),
              orderRows,
              fulfillmentOrders());
      case "activation" ->
          new Type(
              activations.stream().map(SeedActivations::inSalesforce).toList(),
              activationRows,
              activations.stream().map(SeedActivations::inFulfillment).toList());
      default -> throw new IllegalArgumentException("Northwind has no " + type);
    };
  }

  /** Those of the last months that fulfillment has accepted. */
  private List<Map<String, Object>> fulfillmentOrders() {
    LocalDate last =
        orders.stream().map(o -> o.order().orderedOn()).max(LocalDate::compareTo).orElseThrow();
    return orders.stream()
        .filter(o -> !List.of("Draft", "Ready").contains(o.status()))
        .filter(o -> o.order().orderedOn().plusDays(FULFILLMENT_DAYS).isAfter(last))
        .map(SeedOrders::inFulfillment)
        .toList();
  }
}
