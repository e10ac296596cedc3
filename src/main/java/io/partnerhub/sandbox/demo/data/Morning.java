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
    LocalDate today,
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
  private static final int SALESFORCE_LAGS_DAYS = 3;

  /** The same for the same day and seed. */
  public static Morning of(LocalDate today, long seed) {
    Northwind northwind = Northwind.movedTo(today);
    List<Map<String, Object>> accounts = SeedAccounts.of(northwind.customers());
    List<MorningOrder> orders = MorningOrder.of(northwind, today);
    List<MorningActivation> activations = MorningActivation.of(orders, northwind, today);
    return new Morning(
        today,
        accounts,
        TypedTracker.of(accounts, northwind.buyers(), seed),
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
      case "order" -> new Type(salesforceOrders(), orderRows, fulfillmentOrders());
      case "activation" ->
          new Type(
              activations.stream().map(SeedActivations::inSalesforce).toList(),
              activationRows,
              activations.stream().map(SeedActivations::inFulfillment).toList());
      default -> throw new IllegalArgumentException("Northwind has no " + type);
    };
  }

  private List<Map<String, Object>> salesforceOrders() {
    LocalDate lastNews = today.minusDays(SALESFORCE_LAGS_DAYS);
    return orders.stream().map(order -> SeedOrders.inSalesforce(order, lastNews)).toList();
  }

  /** Those of the last months that fulfillment has accepted. */
  private List<Map<String, Object>> fulfillmentOrders() {
    return orders.stream()
        .filter(o -> !List.of("Draft", "Ready").contains(o.status()))
        .filter(o -> o.order().orderedOn().plusDays(FULFILLMENT_DAYS).isAfter(today))
        .map(SeedOrders::inFulfillment)
        .toList();
  }
}
