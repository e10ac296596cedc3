package io.partnerhub.sandbox.demo.data;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Orders as records of Salesforce and of fulfillment. */
final class SeedOrders {

  private SeedOrders() {}

  /**
   * As Salesforce holds it.
   *
   * @param lastNews what was shipped later, nobody has typed in there yet
   */
  static Map<String, Object> inSalesforce(MorningOrder today, LocalDate lastNews) {
    Order order = today.order();
    boolean news = order.shippedOn() != null && order.shippedOn().isAfter(lastNews);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("Order_Number__c", order.number());
    fields.put("Account", Map.of("Partner_Code__c", order.customer()));
    fields.put("EffectiveDate", order.orderedOn().toString());
    fields.put("Required_On__c", order.requiredOn().toString());
    fields.put("Status", news ? "Accepted" : today.status());
    fields.put("Ship_To_Name__c", order.name());
    fields.put("ShippingStreet", order.street());
    fields.put("ShippingCity", order.city());
    fields.put("ShippingState", order.region());
    fields.put("ShippingPostalCode", order.postalCode());
    fields.put("ShippingCountry", order.country());
    if (order.shippedOn() != null && !news) {
      fields.put("Carrier__c", today.carrier());
      fields.put("Tracking_Number__c", today.trackingNumber());
      fields.put("Shipped_On__c", text(order.shippedOn()));
      fields.put("Delivered_On__c", text(today.deliveredOn()));
      fields.put("Freight__c", order.freight());
    }
    fields.put("Lines__c", today.lines());
    fields.put("Units__c", today.units());
    fields.values().removeIf(Objects::isNull);
    return fields;
  }

  /** As fulfillment holds it. */
  static Map<String, Object> inFulfillment(MorningOrder today) {
    Order order = today.order();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("orderNumber", order.number());
    fields.put("partnerCode", order.customer());
    fields.put("status", today.status().toLowerCase(Locale.ROOT));
    fields.put("shipTo", shipTo(order));
    fields.put("carrier", today.carrier());
    fields.put("trackingNumber", today.trackingNumber());
    fields.put("orderedOn", order.orderedOn().toString());
    fields.put("requiredOn", order.requiredOn().toString());
    fields.put("shippedOn", text(order.shippedOn()));
    fields.put("deliveredOn", text(today.deliveredOn()));
    fields.put("freight", order.shippedOn() == null ? null : order.freight().toPlainString());
    fields.put("lines", today.lines());
    fields.put("units", today.units());
    fields.values().removeIf(Objects::isNull);
    return fields;
  }

  private static Map<String, Object> shipTo(Order order) {
    Map<String, Object> address = new LinkedHashMap<>();
    address.put("name", order.name());
    address.put("street", order.street());
    address.put("city", order.city());
    address.put("region", order.region());
    address.put("postalCode", order.postalCode());
    address.put("country", order.country());
    address.values().removeIf(Objects::isNull);
    return address;
  }

  static String text(LocalDate day) {
    return day == null ? null : day.toString();
  }
}
