package io.partnerhub.sandbox.crash;

import io.partnerhub.sandbox.demo.world.Records;
import io.partnerhub.sandbox.demo.world.Systems;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** People who type what a plan says, between two calls of the hub. */
final class Typists {

  static final String MENDED = "mended";

  private final Systems systems;
  private final List<Typed> toCome;
  private int calls;

  Typists(Systems systems, List<Typed> typed) {
    this.systems = systems;
    this.toCome = new ArrayList<>(typed);
  }

  /** The hub is about to make a call: whatever is to be typed by now, and can be, is. */
  synchronized void call() {
    calls++;
    for (Iterator<Typed> it = toCome.iterator(); it.hasNext(); ) {
      Typed next = it.next();
      if (next.afterCalls() <= calls && type(next)) {
        it.remove();
      }
    }
  }

  /** Somebody types what the system that refused a record takes. */
  synchronized void mend(Unacceptable record) {
    of(record.type()).edit(record.typedIn(), record.key(), record.field(), MENDED);
  }

  synchronized List<Typed> toCome() {
    return List.copyOf(toCome);
  }

  /** False while the record is not there yet. */
  private boolean type(Typed typed) {
    Records records = of(typed.type());
    if (typed.fate() == Typed.Fate.CREATED) {
      create(records, typed);
      return true;
    }
    if (records.in(typed.system()).find(typed.key()).isEmpty()) {
      return false;
    }
    if (typed.fate() == Typed.Fate.RESTORED) {
      records.in(typed.system()).delete(typed.key());
    } else {
      records.edit(typed.system(), typed.key(), typed.field(), typed.value());
    }
    return true;
  }

  Records of(String type) {
    return systems.all().stream().filter(r -> r.type().equals(type)).findFirst().orElseThrow();
  }

  private static void create(Records records, Typed typed) {
    int number = Integer.parseInt(typed.key().replaceAll("\\D", "")) % 1_000;
    Map<String, Object> fields =
        switch (typed.type()) {
          case "order" -> anOrder(number);
          case "activation" -> anActivation(number);
          default -> Map.of("Code", typed.key(), "Company", "Typed into the tracker");
        };
    records.in(typed.system()).add(fields);
  }

  static Map<String, Object> anOrder(int number) {
    return Map.of(
        "Order_Number__c",
        CrashPlan.order(number),
        "Account",
        Map.of("Partner_Code__c", partnerOf(number)),
        "EffectiveDate",
        "2026-01-15",
        "Status",
        "Ready",
        "Ship_To_Name__c",
        "Goods in",
        "ShippingCity",
        "Leeds");
  }

  static Map<String, Object> anActivation(int number) {
    return Map.of(
        "Activation_Number__c",
        CrashPlan.activation(number),
        "Order__r",
        Map.of("Order_Number__c", CrashPlan.order(number)),
        "Partner__r",
        Map.of("Partner_Code__c", partnerOf(number)),
        "Status__c",
        "Requested",
        "Serial__c",
        "SN-" + number);
  }

  private static String partnerOf(int order) {
    return CrashPlan.partner(1 + order % CrashPlan.PARTNERS);
  }
}
