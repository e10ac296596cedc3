package io.partnerhub.sandbox.fulfillment;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The records of one kind: by id, by business key, and in the order of their latest changes. */
final class Table {

  private final Resource resource;
  private final Map<String, Item> byId = new HashMap<>();
  private final Map<String, String> idByKey = new HashMap<>();
  private final TreeMap<Long, Item> byChange = new TreeMap<>();

  Table(Resource resource) {
    this.resource = resource;
  }

  Resource resource() {
    return resource;
  }

  Optional<Item> get(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The live one with this business key. */
  Optional<Item> find(String key) {
    return Optional.ofNullable(idByKey.get(key)).map(byId::get);
  }

  /** How many are live: each has a business key of its own. */
  int count() {
    return idByKey.size();
  }

  void put(Item item) {
    Item old = byId.put(item.id(), item);
    if (old != null) {
      byChange.remove(old.change());
      idByKey.remove(old.text(resource.key()), old.id());
    }
    byChange.put(item.change(), item);
    if (!item.deleted()) {
      idByKey.put(item.text(resource.key()), item.id());
    }
  }

  /** Forgets tombstones. */
  void purge() {
    byId.values().removeIf(Item::deleted);
    byChange.values().removeIf(Item::deleted);
  }

  /** What changed after this place, oldest first. */
  List<Item> after(long change, int most) {
    return byChange.tailMap(change, false).values().stream().limit(most).toList();
  }

  boolean endsAt(long change) {
    return byChange.tailMap(change, false).isEmpty();
  }

  /** The place before the first change at or after a time. */
  long before(Instant time) {
    return byChange.values().stream()
        .filter(item -> !item.updated().at().isBefore(time))
        .findFirst()
        .map(item -> item.change() - 1)
        .orElseGet(() -> byChange.isEmpty() ? 0 : byChange.lastKey());
  }

  Collection<Item> all() {
    return byChange.values();
  }
}
