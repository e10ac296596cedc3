package io.partnerhub.sandbox.salesforce;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The records of one object, deleted ones included, found by id, by unique field and by stamp. */
final class Table {

  private static final Comparator<Place> BY_STAMP =
      Comparator.comparing(Place::stamp).thenComparing(Place::id);

  private final SObjectType type;
  private final Map<String, Row> rows = new HashMap<>();
  private final TreeMap<Place, Row> byStamp = new TreeMap<>(BY_STAMP);

  /** By the fields' ordinals, which an administrator's change of a field leaves as they are. */
  private final Map<Integer, Map<String, Row>> unique = new HashMap<>();

  private record Place(Instant stamp, String id) {}

  Table(SObjectType type) {
    this.type = type;
    type.fields().stream()
        .filter(Field::unique)
        .forEach(f -> unique.put(f.ordinal(), new HashMap<>()));
  }

  SObjectType type() {
    return type;
  }

  /** A record by its short id, deleted or not. */
  Optional<Row> get(String id15) {
    return Optional.ofNullable(rows.get(id15));
  }

  /** A record that is not deleted, by a unique field, whatever the value's case. */
  Optional<Row> find(Field field, String value) {
    return Optional.ofNullable(unique.get(field.ordinal()).get(value.toLowerCase(Locale.ROOT)));
  }

  Collection<Row> rows() {
    return Collections.unmodifiableCollection(rows.values());
  }

  /** Records stamped then or later, in the order of stamp and id. */
  Collection<Row> since(Instant stamp) {
    return Collections.unmodifiableCollection(byStamp.tailMap(new Place(stamp, "")).values());
  }

  /** Stores a version; returns the one it replaces. */
  Optional<Row> put(Row row) {
    Optional<Row> before = remove(row.id());
    rows.put(row.id(), row);
    byStamp.put(new Place(row.stamp(), row.id()), row);
    if (!row.deleted()) {
      unique.forEach((ordinal, index) -> key(row, ordinal).ifPresent(key -> index.put(key, row)));
    }
    return before;
  }

  /** Removes a record without a trace; returns it. */
  Optional<Row> remove(String id15) {
    Optional<Row> gone = Optional.ofNullable(rows.remove(id15));
    gone.ifPresent(
        row -> {
          byStamp.remove(new Place(row.stamp(), row.id()));
          unique.forEach(
              (ordinal, index) -> key(row, ordinal).ifPresent(key -> index.remove(key, row)));
        });
    return gone;
  }

  private static Optional<String> key(Row row, int ordinal) {
    return Optional.ofNullable((String) row.at(ordinal)).map(v -> v.toLowerCase(Locale.ROOT));
  }
}
