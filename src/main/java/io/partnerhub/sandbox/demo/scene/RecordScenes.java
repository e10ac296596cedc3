package io.partnerhub.sandbox.demo.scene;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.demo.world.Copy;
import io.partnerhub.sandbox.demo.world.Records;
import io.partnerhub.sandbox.demo.world.Systems;
import java.util.LinkedHashMap;
import java.util.Map;

/** Records that come, go or change their key. */
final class RecordScenes {

  static final String NEWCOMER = "FJORD";

  private final Records partners;
  private final Records orders;
  private final Play play;
  private final Cast cast;

  RecordScenes(Systems systems, Play play, Cast cast) {
    this.partners = systems.partners();
    this.orders = systems.orders();
    this.play = play;
    this.cast = cast;
  }

  void newInTheTracker() throws InterruptedException {
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put("Code", " fjord");
    cells.put("Company", "Fjord Fisk AS");
    cells.put("Country", "Norway");
    cells.put("Region", "EU");
    cells.put("Status", "lead");
    play.arrives(
        NEWCOMER + ": a new partner, code typed as \" fjord\"",
        Play.TRACKER,
        () -> partners.tracker().add(cells),
        () -> partners.inSalesforce(NEWCOMER, "status").equals("Prospect"),
        () ->
            "Salesforce has %s, %s"
                .formatted(
                    partners.inSalesforce(NEWCOMER, "name"),
                    partners.inSalesforce(NEWCOMER, "status")));
  }

  String keyToRename() {
    return cast.next();
  }

  /** Returns the new key. */
  String renamedKey(String code) throws InterruptedException {
    String renamed = code + "2";
    String row = partners.tracker().find(code).orElseThrow().id();
    int rows = partners.tracker().all().size();
    play.arrives(
        "%s code: %s".formatted(code, renamed),
        Play.SALESFORCE,
        () -> partners.edit(SystemName.SALESFORCE, code, "code", renamed),
        () ->
            partners.tracker().find(renamed).filter(copy -> copy.id().equals(row)).isPresent()
                && partners.tracker().all().size() == rows,
        () -> "the same row shows %s; no row came or went".formatted(renamed));
    return renamed;
  }

  /** Returns the partner that is gone from Salesforce. */
  String deletedInSalesforce() throws InterruptedException {
    String code = cast.next(this::hasNoOrders);
    play.arrives(
        code + " deleted",
        Play.SALESFORCE,
        () -> partners.salesforce().delete(code),
        () -> "Removed".equals(partners.value(SystemName.SMARTSHEET, code, "status")),
        () -> "by rule the row is marked: " + partners.inTracker(code, "status"));
    return code;
  }

  /** Returns the partner that is gone from the tracker. */
  String deletedRow() throws InterruptedException {
    String code = cast.next();
    Map<String, Object> before = partners.salesforce().find(code).orElseThrow().shown();
    play.stays(
        code + " row deleted",
        Play.TRACKER,
        () -> partners.tracker().delete(code),
        () ->
            partners.tracker().find(code).isEmpty()
                && partners
                    .salesforce()
                    .find(code)
                    .filter(a -> a.shown().equals(before))
                    .isPresent(),
        () -> "by rule Salesforce keeps it, and the row does not come back");
    return code;
  }

  /** An account with orders is not what people delete. */
  private boolean hasNoOrders(Copy account) {
    return orders.salesforce().all().stream()
        .noneMatch(order -> account.key().equals(order.values().get("partner")));
  }
}
