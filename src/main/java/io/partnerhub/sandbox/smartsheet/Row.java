package io.partnerhub.sandbox.smartsheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** One row; not thread safe, its sheet's lock guards it. */
final class Row {
  private static final int CHANGES_KEPT = 500;

  private final long id;
  private final int ordinal;
  private final Author created;
  private Author modified;
  private CellValue[] cells;
  private List<CellChange> changes = List.of();
  private Row parent;
  private int number;
  private boolean locked;
  private boolean populated;

  /** A value that a cell took, newest last in the row's list. */
  record CellChange(int slot, CellValue value, Author author) {}

  Row(long id, int ordinal, int slots, Author created) {
    this.id = id;
    this.ordinal = ordinal;
    this.cells = new CellValue[slots];
    this.created = created;
    this.modified = created;
  }

  long id() {
    return id;
  }

  /** How many rows the sheet had been given before this one. */
  int ordinal() {
    return ordinal;
  }

  Author created() {
    return created;
  }

  Author modified() {
    return modified;
  }

  void modified(Author author) {
    modified = author;
  }

  /** Null for a row at the top level. */
  Row parent() {
    return parent;
  }

  void parent(Row row) {
    parent = row;
  }

  boolean under(Row ancestor) {
    return underAny(Set.of(ancestor));
  }

  boolean underAny(Set<Row> ancestors) {
    for (Row up = parent; up != null; up = up.parent) {
      if (ancestors.contains(up)) {
        return true;
      }
    }
    return false;
  }

  /** Its place on the sheet, from 1. */
  int number() {
    return number;
  }

  void number(int place) {
    number = place;
  }

  boolean locked() {
    return locked;
  }

  void locked(boolean lock) {
    locked = lock;
  }

  /** Whether it ever held a value. */
  boolean populated() {
    return populated;
  }

  boolean blank() {
    return Arrays.stream(cells).allMatch(c -> c == null);
  }

  /** The stored value, null when the cell is empty. */
  CellValue get(Column column) {
    return column.slot() < cells.length ? cells[column.slot()] : null;
  }

  /** Sets a cell of a row that is being created: that is no change of its history. */
  void fill(Column column, CellValue value) {
    store(column.slot(), value);
  }

  /** Sets a cell and remembers it in the history. */
  void set(Column column, CellValue value, Author author) {
    CellValue old = get(column);
    if (changes.isEmpty()) {
      changes = new ArrayList<>(2);
    }
    if (old != null && changes.stream().noneMatch(c -> c.slot() == column.slot())) {
      changes.add(new CellChange(column.slot(), old, created));
    }
    changes.add(new CellChange(column.slot(), value, author));
    if (changes.size() > CHANGES_KEPT) {
      changes.remove(0);
    }
    store(column.slot(), value);
  }

  private void store(int slot, CellValue value) {
    if (slot >= cells.length) {
      cells = Arrays.copyOf(cells, slot + 1);
    }
    cells[slot] = value;
    populated |= value != null;
  }

  void drop(Column column) {
    if (column.slot() < cells.length) {
      cells[column.slot()] = null;
    }
  }

  /** The values this cell has had, newest first; a cleared cell is a change with a null value. */
  List<CellChange> history(Column column) {
    List<CellChange> found = new ArrayList<>();
    for (int i = changes.size() - 1; i >= 0; i--) {
      if (changes.get(i).slot() == column.slot()) {
        found.add(changes.get(i));
      }
    }
    if (found.isEmpty() && get(column) != null) {
      found.add(new CellChange(column.slot(), get(column), created));
    }
    return found;
  }
}
