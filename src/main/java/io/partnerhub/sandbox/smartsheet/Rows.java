package io.partnerhub.sandbox.smartsheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The rows of a sheet: by id, as displayed, and by time of change; the sheet's lock guards it. */
final class Rows {
  private final Map<Long, Row> byId = new HashMap<>();
  private final List<Row> order = new ArrayList<>();
  private final TreeMap<ChangeKey, Row> byChange = new TreeMap<>();
  private int created;

  private record ChangeKey(long second, long id) implements Comparable<ChangeKey> {
    private static final Comparator<ChangeKey> ORDER =
        Comparator.comparingLong(ChangeKey::second).thenComparingLong(ChangeKey::id);

    @Override
    public int compareTo(ChangeKey other) {
      return ORDER.compare(this, other);
    }
  }

  int size() {
    return order.size();
  }

  int takeOrdinal() {
    return created++;
  }

  List<Row> all() {
    return Collections.unmodifiableList(order);
  }

  Optional<Row> find(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Populated rows changed at this second (UTC, since 1970) or later, as displayed. */
  List<Row> changedSince(long second) {
    return byChange.tailMap(new ChangeKey(second, Long.MIN_VALUE), true).values().stream()
        .filter(Row::populated)
        .sorted(Comparator.comparingInt(Row::number))
        .toList();
  }

  void touch(Row row, Author author) {
    byChange.remove(new ChangeKey(row.modified().second(), row.id()));
    row.modified(author);
    byChange.put(new ChangeKey(author.second(), row.id()), row);
  }

  /** Puts new rows at a place, one after the other. */
  void insert(List<Row> rows, Location.Place place) {
    for (Row row : rows) {
      row.parent(place.parent());
      byId.put(row.id(), row);
      byChange.put(new ChangeKey(row.modified().second(), row.id()), row);
    }
    order.addAll(place.index(), rows);
    renumber(place.index());
  }

  /** Moves rows with all below them to where the location points once they are lifted out. */
  void move(List<Row> rows, Location location) {
    Set<Row> block = withDescendants(rows);
    order.removeAll(block);
    renumber(0);
    Location.Place place = location.place(this);
    rows.stream()
        .filter(row -> !block.contains(row.parent()))
        .forEach(r -> r.parent(place.parent()));
    order.addAll(place.index(), block);
    renumber(place.index());
  }

  /** Makes a row, where it is, the last child of the row before it at its level; gives the undo. */
  Runnable indent(Row row) {
    Row parent = row.parent();
    row.parent(previousSibling(row).orElseThrow(ErrorCode.ROW_LOCATION::with));
    return () -> row.parent(parent);
  }

  /**
   * [I] Lifts a row one level where it is: what followed it under its parent is now below it; gives
   * the undo.
   */
  Runnable outdent(Row row) {
    Row parent = row.parent();
    if (parent == null) {
      throw ErrorCode.ROW_LOCATION.with();
    }
    List<Row> followers =
        order.subList(row.number(), afterDescendants(parent)).stream()
            .filter(next -> next.parent() == parent)
            .toList();
    followers.forEach(next -> next.parent(row));
    row.parent(parent.parent());
    return () -> {
      followers.forEach(next -> next.parent(parent));
      row.parent(parent);
    };
  }

  void remove(Collection<Row> rows) {
    for (Row row : rows) {
      byId.remove(row.id());
      byChange.remove(new ChangeKey(row.modified().second(), row.id()));
    }
    order.removeAll(Set.copyOf(rows));
    renumber(0);
  }

  /** Sorts the top-level rows, each with all below it. */
  void sort(Comparator<Row> comparator) {
    List<Row> tops = order.stream().filter(r -> r.parent() == null).sorted(comparator).toList();
    List<Row> sorted = List.copyOf(withDescendants(tops));
    order.clear();
    order.addAll(sorted);
    renumber(0);
  }

  /**
   * These rows and all below them, each followed by its own: [I] a row that is named together with
   * one above it stays below that one.
   */
  Set<Row> withDescendants(Collection<Row> rows) {
    Set<Row> named = Set.copyOf(rows);
    Set<Row> block = new LinkedHashSet<>();
    for (Row row : rows) {
      if (!row.underAny(named)) {
        block.add(row);
        block.addAll(order.subList(row.number(), afterDescendants(row)));
      }
    }
    return block;
  }

  /** The index of the first row that is not below this one. */
  int afterDescendants(Row row) {
    int index = row.number();
    while (index < order.size() && order.get(index).under(row)) {
      index++;
    }
    return index;
  }

  /** The row before it under the same parent. */
  Optional<Row> previousSibling(Row row) {
    Row above = row.number() > 1 ? order.get(row.number() - 2) : null;
    while (above != null && above.parent() != row.parent()) {
      above = above.parent();
    }
    return Optional.ofNullable(above).filter(found -> found != row.parent());
  }

  private void renumber(int from) {
    for (int i = from; i < order.size(); i++) {
      order.get(i).number(i + 1);
    }
  }
}
