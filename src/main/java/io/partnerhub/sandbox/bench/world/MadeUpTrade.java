package io.partnerhub.sandbox.bench.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Orders and activations that nobody has. Salesforce has them all; fulfillment has half of them,
 * and is further than Salesforce knows.
 */
public final class MadeUpTrade {

  private static final List<String> STEPS = List.of("Picked", "Shipped", "Delivered", "Closed");
  private static final int RUN = 10;
  private static final String DAY = "2026-03-%02d";
  private static final int DAYS = 28;
  private static final int BLOCKED_OF = 7;

  private final ThreeSize size;

  MadeUpTrade(ThreeSize size) {
    this.size = size;
  }

  public static String order(int number) {
    return "O%07d".formatted(number);
  }

  public static String activation(int number) {
    return "A%07d".formatted(number);
  }

  public int partnerOf(int order) {
    return (order - 1) % size.partners() + 1;
  }

  public int orderOf(int activation) {
    return (activation - 1) % size.orders() + 1;
  }

  /** Whether fulfillment has an order, with all its activations. */
  public static boolean isInFulfillment(int order) {
    return order / RUN % 2 == 0;
  }

  /** Orders whose units fulfillment is about to ship; each has an activation at least. */
  public List<Integer> picked() {
    return IntStream.rangeClosed(1, Math.min(size.orders(), size.activations()))
        .filter(order -> isInFulfillment(order) && step(order).equals("Picked"))
        .boxed()
        .toList();
  }

  private static String step(int order) {
    return STEPS.get(order / (2 * RUN) % STEPS.size());
  }

  /** As Salesforce holds it. */
  Map<String, Object> orderInSalesforce(int number) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("Order_Number__c", order(number));
    fields.put("Account", Map.of("Partner_Code__c", World.code(partnerOf(number))));
    fields.put("EffectiveDate", day(number));
    fields.put("Status", isInFulfillment(number) ? "Accepted" : "Ready");
    fields.put("Lines__c", lines(number));
    fields.put("Units__c", units(number));
    fields.put("Ship_To_Name__c", "Partner " + partnerOf(number));
    fields.put("ShippingStreet", street(number));
    fields.put("ShippingCity", "Lyon");
    fields.put("ShippingPostalCode", zone(number));
    fields.put("ShippingCountry", "France");
    return fields;
  }

  /** As fulfillment holds it. */
  Map<String, Object> orderInFulfillment(int number) {
    String step = step(number);
    boolean shipped = !step.equals("Picked");
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("orderNumber", order(number));
    fields.put("partnerCode", World.code(partnerOf(number)));
    fields.put("status", step.toLowerCase(Locale.ROOT));
    fields.put("orderedOn", day(number));
    fields.put("lines", lines(number));
    fields.put("units", units(number));
    fields.put("shipTo", shipTo(number));
    fields.put("freight", "%d.50".formatted(units(number)));
    fields.put("carrier", shipped ? "Speedy Express" : null);
    fields.put("trackingNumber", shipped ? "1Z%09d".formatted(number) : null);
    fields.put("shippedOn", shipped ? day(number + 1) : null);
    fields.values().removeIf(Objects::isNull);
    return fields;
  }

  private Map<String, Object> shipTo(int number) {
    return Map.of(
        "name",
        "Partner " + partnerOf(number),
        "street",
        street(number),
        "city",
        "Lyon",
        "postalCode",
        zone(number),
        "country",
        "France");
  }

  /** As Salesforce holds it. */
  Map<String, Object> activationInSalesforce(int number) {
    int order = orderOf(number);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("Activation_Number__c", activation(number));
    fields.put("Order__r", Map.of("Order_Number__c", order(order)));
    fields.put("Partner__r", Map.of("Partner_Code__c", World.code(partnerOf(order))));
    fields.put("Status__c", "Requested");
    fields.put("Notes__c", batch(number));
    return fields;
  }

  /** As fulfillment holds it. */
  Map<String, Object> activationInFulfillment(int number) {
    int order = orderOf(number);
    String step = step(order);
    boolean blocked = step.equals("Picked") && number % BLOCKED_OF == 0;
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("activationNumber", activation(number));
    fields.put("orderNumber", order(order));
    fields.put("partnerCode", World.code(partnerOf(order)));
    fields.put("status", unit(step));
    fields.put("serial", "SN%08d".formatted(number));
    fields.put("activatedOn", step.equals("Closed") ? day(number) : null);
    fields.put("blocker", blocked ? "The contract is not back" : null);
    fields.put("blockedOn", blocked ? day(number) : null);
    fields.put("notes", batch(number));
    fields.values().removeIf(Objects::isNull);
    return fields;
  }

  private static String unit(String step) {
    return switch (step) {
      case "Picked" -> "provisioned";
      case "Closed" -> "activated";
      default -> step.toLowerCase(Locale.ROOT);
    };
  }

  private String zone(int order) {
    return BenchMapping.value(size.of(ThreeSize.ORDER).sheetOf(order));
  }

  private String batch(int activation) {
    return BenchMapping.value(size.of(ThreeSize.ACTIVATION).sheetOf(activation));
  }

  private static String street(int number) {
    return "Main Street " + number;
  }

  private static int lines(int number) {
    return 1 + number % 5;
  }

  private static int units(int number) {
    return 1 + number % 40;
  }

  private static String day(int number) {
    return DAY.formatted(1 + number % DAYS);
  }
}
