package io.partnerhub.sandbox.smartsheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns of a sheet in their order; not thread safe, the sheet's lock guards it. */
final class Columns {
  private final List<Column> order = new ArrayList<>();
  private final Map<Long, Column> byId = new HashMap<>();
  private final Map<String, Column> byTitle = new HashMap<>();
  private int nextSlot;

  List<Column> all() {
    return Collections.unmodifiableList(order);
  }

  int slots() {
    return nextSlot;
  }

  int takeSlot() {
    return nextSlot++;
  }

  void insert(int index, Column column) {
    order.add(Math.min(index, order.size()), column);
    byId.put(column.id(), column);
    byTitle.put(column.title(), column);
  }

  void replace(Column column) {
    int index = indexOf(column.id());
    byTitle.remove(order.set(index, column).title());
    byId.put(column.id(), column);
    byTitle.put(column.title(), column);
  }

  void move(Column column, int index) {
    order.remove(indexOf(column.id()));
    order.add(Math.min(index, order.size()), column);
  }

  void remove(Column column) {
    order.remove(indexOf(column.id()));
    byId.remove(column.id());
    byTitle.remove(column.title());
  }

  Optional<Column> find(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<Column> titled(String title) {
    return Optional.ofNullable(byTitle.get(title));
  }

  int indexOf(long id) {
    for (int i = 0; i < order.size(); i++) {
      if (order.get(i).id() == id) {
        return i;
      }
    }
    throw new IllegalArgumentException("no column " + id + " in this sheet");
  }
}
