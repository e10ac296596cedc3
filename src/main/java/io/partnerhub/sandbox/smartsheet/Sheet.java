package io.partnerhub.sandbox.smartsheet;

import io.partnerhub.sandbox.smartsheet.hook.Hooks;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** One sheet. Whoever reads or changes it holds its lock. */
final class Sheet {
  private final long id;
  private final String name;
  private final Author created;
  private final long createdMillis;
  private final SheetVersions versions;
  private final Columns columns = new Columns();
  private final Rows rows = new Rows();
  private final Happenings happenings = new Happenings();
  private final Hooks hooks;
  private final Automations automations = new Automations(this);
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final AtomicBoolean beingWritten = new AtomicBoolean();
  private Author modified;

  /**
   * Without columns and rows.
   *
   * @param hooks are told what happens here
   */
  Sheet(long id, String name, Author created, long nowMillis, Hooks hooks) {
    this.hooks = hooks;
    this.id = id;
    this.name = name;
    this.created = created;
    this.createdMillis = nowMillis;
    this.modified = created;
    this.versions = new SheetVersions(nowMillis);
  }

  long id() {
    return id;
  }

  String name() {
    return name;
  }

  Author created() {
    return created;
  }

  long createdMillis() {
    return createdMillis;
  }

  Author modified() {
    return modified;
  }

  SheetVersions versions() {
    return versions;
  }

  Columns columns() {
    return columns;
  }

  Rows rows() {
    return rows;
  }

  /** What happened since the sheet last changed; told with its next change. */
  Happenings happenings() {
    return happenings;
  }

  Automations automations() {
    return automations;
  }

  ReadWriteLock lock() {
    return lock;
  }

  /** An API write may begin: only one at a time (4004). Users at their screens need no claim. */
  boolean claim() {
    return beingWritten.compareAndSet(false, true);
  }

  void release() {
    beingWritten.set(false);
  }

  String permalink() {
    return "https://app.smartsheet.com/sheets/" + Long.toString(id, 36);
  }

  /** What a cell shows, null when it is empty. */
  CellValue shown(Row row, Column column) {
    return Formulas.shown(columns, row, column);
  }

  /** Counts an effective change: the version moves by one. */
  void changed(Author author, long nowMillis) {
    modified = author;
    versions.next(nowMillis);
    hooks.happened(id, happenings.take(id, author));
  }

  /** Makes a row that is not yet placed. */
  Row newRow(long rowId, Map<Column, CellValue> cells, Author author) {
    Row row = new Row(rowId, rows.takeOrdinal(), columns.slots(), author);
    happenings.rowCreated(row);
    cells.forEach(
        (column, value) -> {
          row.fill(column, automations.rewrite(column, value));
          happenings.cellCreated(row, column);
        });
    return row;
  }

  /** Writes cells; values that are there already are no change. Returns whether anything moved. */
  boolean set(Row row, Map<Column, CellValue> cells, Author author) {
    boolean moved = false;
    for (Map.Entry<Column, CellValue> cell : cells.entrySet()) {
      CellValue value = automations.rewrite(cell.getKey(), cell.getValue());
      moved |= put(row, cell.getKey(), value, author);
    }
    return moved;
  }

  /** Writes one cell as it is, without automations. */
  boolean put(Row row, Column column, CellValue value, Author author) {
    if (Objects.equals(row.get(column), value)) {
      return false;
    }
    row.set(column, value, author);
    rows.touch(row, author);
    happenings.cellUpdated(row, column);
    return true;
  }

  void remove(Collection<Row> gone) {
    gone.forEach(happenings::rowDeleted);
    rows.remove(gone);
  }

  void remove(Column column) {
    happenings.columnDeleted(column);
    columns.remove(column);
    rows.all().forEach(row -> row.drop(column));
  }

  /** Refuses what would make the sheet larger than the service allows. */
  void checkRoom(int moreRows, int moreColumns) {
    SheetCaps.STANDARD.check(rows.size() + moreRows, columns.all().size() + moreColumns);
  }
}
