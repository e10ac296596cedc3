package io.partnerhub.sandbox.fulfillment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the people of the warehouse do with orders and their units. */
final class Floor {

  static final String WAREHOUSE = "warehouse";

  private static final List<String> CARRIERS =
      List.of("Speedy Express", "United Package", "Federal Shipping");
  private static final int TRACKING_RANGE = 1_000_000_000;

  private final Stock stock;
  private final Clerk clerk;
  private final Clock clock;

  Floor(Stock stock, Clerk clerk, Clock clock) {
    this.stock = stock;
    this.clerk = clerk;
    this.clock = clock;
  }

  /**
   * One step along the order's course; returns its new status.
   *
   * @throws IllegalArgumentException for a draft, and for an order whose course has ended
   */
  String advance(String orderNumber) {
    Item order = get(Resource.ORDERS, orderNumber);
    String status = order.text("status");
    String next = Resource.ORDERS.course().after(status).orElse(status);
    if (status.equals("draft") || next.equals(status)) {
      throw new IllegalArgumentException(
          "the order " + orderNumber + " is " + status + ": the warehouse has nothing to do");
    }
    Map<String, String> changes = new LinkedHashMap<>(Map.of("status", next));
    if (next.equals("shipped")) {
      changes.put("carrier", CARRIERS.get(Math.floorMod(orderNumber.hashCode(), CARRIERS.size())));
      changes.put("trackingNumber", trackingNumber(orderNumber));
      changes.put("shippedOn", today());
    }
    if (next.equals("delivered")) {
      changes.put("deliveredOn", today());
    }
    edit(Resource.ORDERS, order, changes);
    units(order, next);
    return next;
  }

  /** A unit is switched on; whatever blocked it is gone. */
  void activate(String activationNumber) {
    Item unit = get(Resource.ACTIVATIONS, activationNumber);
    ObjectNode changes = Wire.fields(Map.of("status", "activated", "activatedOn", today()));
    changes.putNull("blocker").putNull("blockedOn");
    clerk.update(Resource.ACTIVATIONS, unit, changes, WAREHOUSE);
  }

  Item get(Resource resource, String key) {
    return stock
        .table(resource)
        .find(key)
        .orElseThrow(
            () -> new IllegalArgumentException("there is no " + resource.path() + " " + key));
  }

  /** The units of an order go with it; an order that nobody requested units for gets one. */
  private void units(Item order, String status) {
    if (!Set.of("shipped", "delivered").contains(status)) {
      return;
    }
    String number = order.text(Resource.ORDERS.key());
    List<Item> units =
        stock.table(Resource.ACTIVATIONS).all().stream()
            .filter(unit -> !unit.deleted() && unit.text("orderNumber").equals(number))
            .toList();
    for (Item unit : units) {
      if (Resource.ACTIVATIONS.course().leads(unit.text("status"), status)) {
        edit(Resource.ACTIVATIONS, unit, Map.of("status", status));
      }
    }
    if (units.isEmpty()) {
      ObjectNode unit =
          Wire.fields(
              Map.of(
                  "activationNumber",
                  number + "-1",
                  "orderNumber",
                  number,
                  "partnerCode",
                  order.text("partnerCode"),
                  "serial",
                  "SN-" + trackingNumber(number).substring(2),
                  "status",
                  status));
      clerk.create(Resource.ACTIVATIONS, unit, WAREHOUSE);
    }
  }

  private void edit(Resource resource, Item item, Map<String, String> changes) {
    clerk.update(resource, item, Wire.fields(changes), WAREHOUSE);
  }

  private static String trackingNumber(String orderNumber) {
    return "1Z%09d"
        .formatted(Math.floorMod(31L * orderNumber.hashCode(), TRACKING_RANGE))
        .toUpperCase(Locale.ROOT);
  }

  private String today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
  }
}
