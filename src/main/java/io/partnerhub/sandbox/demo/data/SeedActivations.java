package io.partnerhub.sandbox.demo.data;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Activations as records of Salesforce and of fulfillment. */
final class SeedActivations {

  private SeedActivations() {}

  /** As Salesforce holds it. */
  static Map<String, Object> inSalesforce(MorningActivation today) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("Activation_Number__c", today.number());
    fields.put("Order__r", Map.of("Order_Number__c", today.order().number()));
    fields.put("Partner__r", Map.of("Partner_Code__c", today.order().customer()));
    fields.put("Serial__c", today.serial());
    fields.put("Status__c", today.status());
    fields.put("Activated_On__c", SeedOrders.text(today.activatedOn()));
    fields.put("Blocker__c", today.blocker());
    fields.put("Blocked_On__c", SeedOrders.text(today.blockedOn()));
    fields.values().removeIf(Objects::isNull);
    return fields;
  }

  /** As fulfillment holds it. */
  static Map<String, Object> inFulfillment(MorningActivation today) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("activationNumber", today.number());
    fields.put("orderNumber", today.order().number());
    fields.put("partnerCode", today.order().customer());
    fields.put("serial", today.serial());
    fields.put("status", today.status().toLowerCase(Locale.ROOT));
    fields.put("activatedOn", SeedOrders.text(today.activatedOn()));
    fields.put("blocker", today.blocker());
    fields.put("blockedOn", SeedOrders.text(today.blockedOn()));
    fields.values().removeIf(Objects::isNull);
    return fields;
  }
}
