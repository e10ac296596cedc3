package io.partnerhub.sandbox.smartsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Moves rows with all below them to the bottom of another sheet, where they get new ids; cells go
 * by column title. The caller holds the locks of both sheets.
 */
final class RowMover {
  private final Workspace workspace;
  private final Sheet from;
  private final Sheet to;
  private final Author author;

  RowMover(Workspace workspace, Sheet from, Sheet to, Author author) {
    this.workspace = workspace;
    this.from = from;
    this.to = to;
    this.author = author;
  }

  /** The rows that went, each with the one it became. */
  Map<Row, Row> move(List<Long> ids, boolean ignoreMissing) {
    List<Row> leaving = leaving(ids, ignoreMissing);
    if (leaving.isEmpty()) {
      return Map.of();
    }
    Map<Column, Column> columns = columns(leaving);
    Map<Row, Row> moved = new LinkedHashMap<>();
    for (Row row : leaving) {
      moved.put(row, copy(row, columns));
    }
    List<Row> arrived = List.copyOf(moved.values());
    to.rows().insert(arrived, Location.BOTTOM.place(to.rows()));
    moved.forEach((old, arrival) -> arrival.parent(moved.get(old.parent())));
    from.remove(leaving);
    from.changed(author, workspace.millis());
    to.changed(author, workspace.millis());
    return moved;
  }

  private List<Row> leaving(List<Long> ids, boolean ignoreMissing) {
    List<Row> named = new ArrayList<>();
    for (long id : ids) {
      Row row = from.rows().find(id).orElse(null);
      if (row != null) {
        workspace.refusals().check(from.columns(), row, Map.of());
        named.add(row);
      } else if (!ignoreMissing) {
        throw ErrorCode.NOT_FOUND.with();
      }
    }
    Set<Row> block = from.rows().withDescendants(named);
    if (block.stream().anyMatch(Row::locked)) {
      throw ErrorCode.ROW_LOCKED.with();
    }
    return List.copyOf(block);
  }

  private Row copy(Row row, Map<Column, Column> columns) {
    Map<Column, CellValue> cells = new LinkedHashMap<>();
    columns.forEach(
        (source, target) -> {
          CellValue value = from.shown(row, source);
          if (value != null) {
            cells.put(target, value);
          }
        });
    Row copy = to.newRow(workspace.ids().next(), cells, author);
    to.automations().wrote(copy, cells, workspace.millis());
    return copy;
  }

  /** [I] A column with values that the other sheet lacks is added there at the right. */
  private Map<Column, Column> columns(List<Row> leaving) {
    Map<Column, Column> columns = new HashMap<>();
    List<Column> missing = new ArrayList<>();
    for (Column source : from.columns().all()) {
      Column target = to.columns().titled(source.title()).orElse(null);
      if (target != null && !target.derived()) {
        columns.put(source, target);
      } else if (target == null && !source.derived() && anyValue(leaving, source)) {
        missing.add(source);
      }
    }
    to.checkRoom(leaving.size(), missing.size());
    for (Column source : missing) {
      columns.put(source, added(source));
    }
    return columns;
  }

  private static boolean anyValue(List<Row> rows, Column column) {
    return rows.stream().anyMatch(row -> row.get(column) != null);
  }

  private Column added(Column source) {
    Column column =
        new Column(
            workspace.ids().next(),
            to.columns().takeSlot(),
            source.title(),
            source.type(),
            null,
            null,
            false,
            false,
            false,
            source.width(),
            source.validation(),
            null,
            source.options());
    to.columns().insert(Integer.MAX_VALUE, column);
    return column;
  }
}
