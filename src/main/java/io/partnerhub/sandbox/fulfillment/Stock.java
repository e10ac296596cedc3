package io.partnerhub.sandbox.fulfillment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** All records; every change gets the next place in the list of changes and a stamp. */
final class Stock {

  private final Clock clock;
  private final BiConsumer<Resource, Item> changed;
  private final Map<Resource, Table> tables = new EnumMap<>(Resource.class);
  private final Map<Resource, Integer> made = new EnumMap<>(Resource.class);
  private long changes;
  private Instant latest = Instant.MIN;

  /**
   * @param changed is told of every change
   */
  Stock(Clock clock, BiConsumer<Resource, Item> changed) {
    this.clock = clock;
    this.changed = changed;
    for (Resource resource : Resource.values()) {
      tables.put(resource, new Table(resource));
    }
  }

  Table table(Resource resource) {
    return tables.get(resource);
  }

  Item add(Resource resource, ObjectNode fields, String by) {
    String id = "%s_%07d".formatted(resource.idPrefix(), made.merge(resource, 1, Integer::sum));
    Item.Stamp stamp = stamp(by);
    return put(resource, new Item(id, fields, 1, stamp, stamp, false, ++changes));
  }

  Item change(Resource resource, Item item, ObjectNode fields, String by) {
    return put(resource, item.changed(fields, stamp(by), ++changes));
  }

  void remove(Resource resource, Item item, String by) {
    put(resource, item.gone(stamp(by), ++changes));
  }

  /** The place of the latest change. */
  long changes() {
    return changes;
  }

  private Item put(Resource resource, Item item) {
    table(resource).put(item);
    changed.accept(resource, item);
    return item;
  }

  /** Stamps never go back, whatever the clock does. */
  private Item.Stamp stamp(String by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    latest = now.isAfter(latest) ? now : latest;
    return new Item.Stamp(latest, by);
  }
}
