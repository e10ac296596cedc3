package io.partnerhub.sandbox.demo.scene;

import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sandbox.demo.world.Copy;
import io.partnerhub.sandbox.demo.world.Records;
import io.partnerhub.sandbox.demo.world.Systems;
import io.partnerhub.sandbox.fulfillment.Warehouse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** An order on its way through fulfillment, and what its partner shows of it. */
final class OrderScenes {

  /** The order that is there before its partner. */
  static final String EARLY = "12001";

  private static final String STATUS = "status";

  private final Records partners;
  private final Records orders;
  private final Records activations;
  private final Warehouse warehouse;
  private final Play play;
  private final Cast cast;

  /**
   * @param cast orders
   */
  OrderScenes(Systems systems, Play play, Cast cast) {
    this.partners = systems.partners();
    this.orders = systems.orders();
    this.activations = systems.activations();
    this.warehouse = systems.simulators().fulfillment().warehouse();
    this.play = play;
    this.cast = cast;
  }

  /**
   * From ready in Salesforce to a unit in use, and the partner's totals with it.
   *
   * @return the unit, which is new
   */
  String readyToActivated() throws InterruptedException {
    String order = cast.next(copy -> is(copy, "Draft"));
    String partner = orders.value(SystemName.SALESFORCE, order, "partner");
    ready(order, partner);
    play.arrives(
        order + " accepted",
        Play.FULFILLMENT,
        () -> warehouse.advance(order, "accepted"),
        () -> orders.agreed(order, STATUS, "Accepted"),
        () -> "Salesforce and tracker show " + orders.inTracker(order, STATUS));
    String unit = order + "-1";
    play.arrives(
        order + " picked and shipped",
        Play.FULFILLMENT,
        () -> warehouse.advance(order, "shipped"),
        () ->
            orders.agreed(order, STATUS, "Shipped") && activations.agreed(unit, STATUS, "Shipped"),
        () ->
            "both show %s, %s; its unit %s is new there"
                .formatted(
                    orders.inSalesforce(order, "carrier"),
                    orders.inTracker(order, "trackingNumber"),
                    unit));
    delivered(order, partner);
    activated(unit, partner);
    return unit;
  }

  private void ready(String order, String partner) throws InterruptedException {
    int open = number(partner, "openOrders");
    play.arrives(
        order + " status: Ready",
        Play.SALESFORCE,
        () -> orders.edit(SystemName.SALESFORCE, order, STATUS, "Ready"),
        () ->
            orders.agreed(order, STATUS, "Ready")
                && partners.agreed(partner, "openOrders", Integer.toString(open + 1)),
        () ->
            "fulfillment has it; %s shows %s open orders everywhere"
                .formatted(partner, partners.value(SystemName.SMARTSHEET, partner, "openOrders")));
  }

  private void delivered(String order, String partner) throws InterruptedException {
    int open = number(partner, "openOrders");
    play.arrives(
        order + " delivered",
        Play.FULFILLMENT,
        () -> warehouse.advance(order, "delivered"),
        () ->
            orders.agreed(order, STATUS, "Delivered")
                && partners.agreed(partner, "openOrders", Integer.toString(open - 1)),
        () ->
            "on %s; %s shows %s open orders everywhere"
                .formatted(
                    orders.inTracker(order, "deliveredOn"),
                    partner,
                    partners.value(SystemName.SALESFORCE, partner, "openOrders")));
  }

  private void activated(String unit, String partner) throws InterruptedException {
    int units = number(partner, "unitsActivated");
    play.arrives(
        unit + " activated",
        Play.FULFILLMENT,
        () -> warehouse.activate(unit),
        () ->
            activations.agreed(unit, STATUS, "Activated")
                && partners.agreed(partner, "unitsActivated", Integer.toString(units + 1)),
        () ->
            "%s shows %s units activated, last on %s: %s"
                .formatted(
                    partner,
                    partners.value(SystemName.SALESFORCE, partner, "unitsActivated"),
                    partners.inTracker(partner, "lastActivation"),
                    partners.inTracker(partner, "activationStatus")));
  }

  void twoPeopleOneOrder() throws InterruptedException {
    String order = cast.next(copy -> is(copy, "Accepted"));
    play.arrives(
        order + " ship-to city: Oslo",
        Play.SALESFORCE,
        () -> {
          orders.edit(SystemName.SALESFORCE, order, "city", "Oslo");
          orders.edit(SystemName.SMARTSHEET, order, "notes", "Ring twice.");
        },
        () -> orders.agreed(order, "city", "Oslo"),
        () -> "tracker and fulfillment show " + orders.inFulfillment(order, "city"));
    play.seen(
        order + " notes, at the same moment: Ring twice.",
        Play.TRACKER,
        () -> orders.agreed(order, "notes", "Ring twice."),
        () -> "Salesforce and fulfillment show \"" + orders.inFulfillment(order, "notes") + "\"");
  }

  void lateNews() throws InterruptedException {
    String order = cast.next(copy -> is(copy, "Accepted"));
    play.arrives(
        order + " shipped; \"packed\" is typed meanwhile",
        Play.BOTH,
        () -> {
          warehouse.advance(order, "shipped");
          orders.edit(SystemName.SMARTSHEET, order, STATUS, "packed");
        },
        () ->
            orders.agreed(order, STATUS, "Shipped")
                && unitsOf(order).allMatch(unit -> activations.agreed(unit, STATUS, "Shipped")),
        () ->
            "late news moves no status back: all show %s, its units too"
                .formatted(orders.inTracker(order, STATUS)));
  }

  private Stream<String> unitsOf(String order) {
    return activations.fulfillment().all().stream()
        .filter(unit -> order.equals(unit.values().get("order")))
        .map(Copy::key);
  }

  void rowDeletedByMistake() throws InterruptedException {
    String order = cast.next(copy -> is(copy, "Delivered"));
    Values before = orders.tracker().find(order).orElseThrow().values();
    play.arrives(
        order + " row deleted by mistake",
        Play.TRACKER,
        () -> orders.tracker().delete(order),
        () -> orders.tracker().find(order).filter(copy -> copy.values().equals(before)).isPresent(),
        () -> "by rule the row comes back with all its cells");
  }

  void childBeforeItsParent(String newcomer) throws InterruptedException {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("Order", EARLY);
    row.put("Partner", newcomer.toLowerCase(Locale.ROOT));
    row.put("Ordered on", orders.value(SystemName.SALESFORCE, cast.next(), "orderedOn"));
    row.put("Status", "Draft");
    row.put("Units", 3);
    play.stays(
        EARLY + ": an order of %s, whom nobody has".formatted(newcomer),
        Play.TRACKER,
        () -> orders.tracker().add(row),
        () -> orders.salesforce().find(EARLY).isEmpty() && play.isWaiting(orders, EARLY),
        () -> "it waits: " + play.reason(orders, EARLY));
  }

  void parentArrived(String newcomer) throws InterruptedException {
    play.seen(
        EARLY + " goes by itself",
        "the hub",
        () ->
            newcomer.equals(orders.value(SystemName.SALESFORCE, EARLY, "partner"))
                && orders.fulfillment().find(EARLY).isPresent(),
        () -> "its partner is there: Salesforce and fulfillment have it");
  }

  private int number(String partner, String field) {
    String shown = partners.value(SystemName.SALESFORCE, partner, field);
    return shown == null ? 0 : Integer.parseInt(shown);
  }

  private static boolean is(Copy order, String status) {
    return status.equals(order.values().get(STATUS));
  }
}
