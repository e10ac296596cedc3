package io.partnerhub.sandbox.bench.push;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.bench.world.MadeUpTrade;
import io.partnerhub.sandbox.bench.world.ThreeSize;
import io.partnerhub.sandbox.bench.world.ThreeWorld;
import io.partnerhub.sandbox.fulfillment.Resource;
import io.partnerhub.sandbox.smartsheet.RowRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The notes of orders, which people write in any of the systems and read in all. */
final class Notes {

  private static final String SPECIALIST = "ann@example.com";
  private static final String OBJECT = "Order";
  private static final String IN_SALESFORCE = "Notes__c";
  private static final String IN_TRACKER = "Notes";
  private static final String IN_FULFILLMENT = "notes";
  private static final String KEY_COLUMN = "Order";

  private final ThreeWorld world;
  private final Map<String, Place> rows = new HashMap<>();

  private record Place(String sheet, RowRef row) {}

  private Notes(ThreeWorld world) {
    this.world = world;
  }

  /** Of a world whose trackers have all orders. */
  static Notes in(ThreeWorld world) {
    Notes notes = new Notes(world);
    for (String sheet : world.sheets().get(ThreeSize.ORDER)) {
      world
          .desk()
          .rows(sheet)
          .forEach(
              row ->
                  notes.rows.put(
                      row.cells().get(KEY_COLUMN), new Place(sheet, RowRef.id(row.id()))));
    }
    return notes;
  }

  void write(SystemName system, int order, String note) {
    String key = MadeUpTrade.order(order);
    if (system.equals(SystemName.SALESFORCE)) {
      world.org().edit(OBJECT, key, Map.of(IN_SALESFORCE, note));
    } else if (system.equals(SystemName.SMARTSHEET)) {
      Place place = rows.get(key);
      world.desk().edit(place.sheet(), place.row(), Map.of(IN_TRACKER, note), SPECIALIST);
    } else {
      world.warehouse().edit(Resource.ORDERS, key, Map.of(IN_FULFILLMENT, note));
    }
  }

  boolean isThere(SystemName system, int order, String note) {
    String key = MadeUpTrade.order(order);
    if (system.equals(SystemName.SALESFORCE)) {
      return says(world.org().record(OBJECT, key), IN_SALESFORCE, note);
    }
    if (system.equals(SystemName.SMARTSHEET)) {
      Place place = rows.get(key);
      return note.equals(world.desk().row(place.sheet(), place.row()).cells().get(IN_TRACKER));
    }
    return says(world.warehouse().record(Resource.ORDERS, key), IN_FULFILLMENT, note);
  }

  private static boolean says(Optional<JsonNode> order, String field, String note) {
    return order.map(o -> note.equals(o.path(field).asText())).orElse(false);
  }
}
