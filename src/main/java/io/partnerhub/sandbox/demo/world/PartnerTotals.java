package io.partnerhub.sandbox.demo.world;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What partners must show of their orders and units, counted from the systems that know best,
 * beside what they do show.
 */
public final class PartnerTotals {

  private static final Set<String> OPEN = Set.of("Ready", "Accepted", "Picked", "Shipped");
  private static final Set<String> BLOCKING =
      Set.of("Requested", "Provisioned", "Shipped", "Delivered");

  private final Map<String, Map<String, String>> expected = new HashMap<>();
  private final Records partners;

  /** Counts all orders and activations of fulfillment, as they are now. */
  public PartnerTotals(Systems systems) {
    this.partners = systems.partners();
    Map<String, Integer> open = new HashMap<>();
    for (Copy order : systems.orders().fulfillment().all()) {
      open.merge(
          order.values().get("partner"),
          OPEN.contains(order.values().get("status")) ? 1 : 0,
          Integer::sum);
    }
    Map<String, Units> units = new HashMap<>();
    for (Copy unit : systems.activations().fulfillment().all()) {
      units.computeIfAbsent(unit.values().get("partner"), p -> new Units()).add(unit);
    }
    for (Copy partner : partners.salesforce().all()) {
      expected.put(
          partner.key(),
          units
              .getOrDefault(partner.key(), new Units())
              .totals(open.getOrDefault(partner.key(), 0)));
    }
  }

  /** Those of some partners of whom a system shows something else, each with the fields. */
  public Map<String, Set<String>> wrong(Set<String> codes) {
    Map<String, Set<String>> wrong = new TreeMap<>();
    partners.systems().stream()
        .flatMap(system -> partners.in(system).all().stream())
        .filter(copy -> copy.key() != null && codes.contains(copy.key()))
        .forEach(
            copy -> {
              Set<String> fields = wrong(copy);
              if (!fields.isEmpty()) {
                wrong.computeIfAbsent(copy.key(), key -> new TreeSet<>()).addAll(fields);
              }
            });
    return wrong;
  }

  private Set<String> wrong(Copy copy) {
    Set<String> fields = new TreeSet<>();
    expected
        .get(copy.key())
        .forEach(
            (field, value) -> {
              if (!Objects.equals(copy.values().get(field), value)) {
                fields.add(field);
              }
            });
    return fields;
  }

  /** The units of one partner. */
  private static final class Units {

    private int wanted;
    private int activated;
    private String last;
    private String blocked;

    void add(Copy unit) {
      String status = unit.values().get("status");
      wanted += status.equals("Cancelled") ? 0 : 1;
      activated += status.equals("Activated") ? 1 : 0;
      last = greater(last, unit.values().get("activatedOn"));
      if (BLOCKING.contains(status) && unit.values().get("blocker") != null) {
        blocked = lesser(blocked, unit.values().get("blockedOn"));
      }
    }

    Map<String, String> totals(int openOrders) {
      Map<String, String> totals = new HashMap<>();
      totals.put("openOrders", Integer.toString(openOrders));
      totals.put("unitsActivated", Integer.toString(activated));
      totals.put("lastActivation", last);
      totals.put("activationStatus", status());
      totals.put("oldestOpenBlocker", blocked);
      return totals;
    }

    private String status() {
      if (activated == 0) {
        return "None";
      }
      return activated == wanted ? "Complete" : "Partial";
    }

    private static String greater(String one, String other) {
      return other == null || (one != null && one.compareTo(other) > 0) ? one : other;
    }

    private static String lesser(String one, String other) {
      return other == null || (one != null && one.compareTo(other) < 0) ? one : other;
    }
  }
}
