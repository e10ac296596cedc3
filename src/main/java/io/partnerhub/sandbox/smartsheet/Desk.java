package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What people do to sheets at their screens. Sheets are named by name or id, columns by title,
 * people by e-mail; values are texts, numbers, booleans or lists of texts, read as if typed in, and
 * an empty text clears. What cannot be done is an {@link IllegalArgumentException}.
 */
public final class Desk {
  private final Workspace workspace;
  private final Person owner;

  Desk(Workspace workspace, Person owner) {
    this.workspace = workspace;
    this.owner = owner;
  }

  /** Makes a sheet owned by the hub's user; returns its id. */
  public long createSheet(SheetPlan plan) {
    return createSheet(plan.json());
  }

  long createSheet(JsonNode definition) {
    return explained(() -> SheetMaker.make(workspace, definition, workspace.author(owner)).id());
  }

  /** Adds a row at the bottom; returns its id. */
  public long addRow(String sheet, Map<String, ?> cells, String by) {
    return addRows(sheet, List.of(cells), by).get(0);
  }

  /** Adds rows at the bottom, as one change; returns their ids. */
  public List<Long> addRows(String sheet, List<? extends Map<String, ?>> rows, String by) {
    return change(
        sheet,
        by,
        edit -> {
          edit.sheet().checkRoom(rows.size(), 0);
          List<Row> added = new ArrayList<>();
          for (Map<String, ?> cells : rows) {
            Map<Column, CellValue> values = Screen.typed(edit.sheet(), cells);
            Row row = edit.sheet().newRow(workspace.ids().next(), values, edit.author());
            edit.sheet().automations().wrote(row, values, workspace.millis());
            added.add(row);
          }
          edit.sheet().rows().insert(added, Location.BOTTOM.place(edit.sheet().rows()));
          edit.done();
          return added.stream().map(Row::id).toList();
        });
  }

  /** Changes cells of a row; values that are there already are no change. */
  public void edit(String sheet, RowRef row, Map<String, ?> cells, String by) {
    edit(sheet, Map.of(row, cells), by);
  }

  /** Changes cells of many rows as one change, as pasting over a column or sorting it does. */
  public void edit(String sheet, Map<RowRef, ? extends Map<String, ?>> rows, String by) {
    change(
        sheet,
        by,
        edit -> {
          Map<Row, Map<Column, CellValue>> changed = new LinkedHashMap<>();
          rows.forEach(
              (row, cells) -> {
                Row found = Screen.row(edit.sheet(), row);
                Map<Column, CellValue> values = Screen.typed(edit.sheet(), cells);
                if (edit.sheet().set(found, values, edit.author())) {
                  changed.put(found, values);
                }
              });
          if (!changed.isEmpty()) {
            edit.done();
            changed.forEach((r, v) -> edit.sheet().automations().wrote(r, v, workspace.millis()));
          }
          return null;
        });
  }

  /**
   * Drags rows, with all below them, to the end of what is below another row.
   *
   * @param parent null for the bottom of the sheet
   */
  public void drag(String sheet, Collection<RowRef> rows, RowRef parent, String by) {
    change(
        sheet,
        by,
        edit -> {
          Rows all = edit.sheet().rows();
          List<Row> named = rows.stream().map(r -> Screen.row(edit.sheet(), r)).toList();
          Location to =
              Location.beneath(parent == null ? null : Screen.row(edit.sheet(), parent).id());
          to.check(all);
          to.checkOutside(all, named);
          all.move(named, to);
          named.forEach(edit.sheet().happenings()::rowUpdated);
          if (!workspace.settings().placesUnstamped()) {
            named.forEach(row -> all.touch(row, edit.author()));
          }
          edit.done();
          return null;
        });
  }

  /** Deletes rows with all below them. */
  public void deleteRows(String sheet, Collection<RowRef> rows, String by) {
    change(
        sheet,
        by,
        edit -> {
          List<Row> named = rows.stream().map(r -> Screen.row(edit.sheet(), r)).toList();
          edit.sheet().remove(edit.sheet().rows().withDescendants(named));
          edit.done();
          return null;
        });
  }

  /** Sorts a sheet by what a column shows; empty cells come last. */
  public void sort(String sheet, String column, boolean descending, String by) {
    change(
        sheet,
        by,
        edit -> {
          Column key = Screen.column(edit.sheet(), column);
          Comparator<String> texts =
              descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
          edit.sheet()
              .rows()
              .sort(
                  Comparator.comparing(
                      r -> Screen.shown(edit.sheet(), r, key), Comparator.nullsLast(texts)));
          edit.done();
          return null;
        });
  }

  /** Locks a row against API writes, or unlocks it. */
  public void lockRow(String sheet, RowRef row, boolean locked, String by) {
    change(
        sheet,
        by,
        edit -> {
          Screen.row(edit.sheet(), row).locked(locked);
          edit.done();
          return null;
        });
  }

  /**
   * Changes a column: {@code title}, {@code type}, {@code options}, {@code locked}, {@code
   * formula}, as named in the API; its cells stay as they are.
   */
  public void changeColumn(String sheet, String column, Map<String, ?> changes, String by) {
    change(
        sheet,
        by,
        edit ->
            new ColumnWriter(workspace, edit.sheet(), edit.author())
                .change(Screen.column(edit.sheet(), column), Json.tree(changes)));
  }

  public void deleteColumn(String sheet, String column, String by) {
    change(
        sheet,
        by,
        edit -> {
          new ColumnWriter(workspace, edit.sheet(), edit.author())
              .delete(Screen.column(edit.sheet(), column));
          return null;
        });
  }

  /** The rows as displayed. */
  public List<RowState> rows(String sheet) {
    Sheet found = Screen.sheet(workspace, sheet);
    return workspace.read(
        found, () -> found.rows().all().stream().map(row -> Screen.state(found, row)).toList());
  }

  /** A row as displayed. */
  public RowState row(String sheet, RowRef row) {
    Sheet found = Screen.sheet(workspace, sheet);
    return workspace.read(found, () -> Screen.state(found, Screen.row(found, row)));
  }

  public int rowCount(String sheet) {
    Sheet found = Screen.sheet(workspace, sheet);
    return workspace.read(found, () -> found.rows().size());
  }

  /** The ids of all sheets by their names. */
  public Map<String, Long> sheets() {
    Map<String, Long> sheets = new LinkedHashMap<>();
    workspace.sheets().forEach(sheet -> sheets.put(sheet.name(), sheet.id()));
    return sheets;
  }

  /** The id of a sheet by its name. */
  public long sheetId(String sheet) {
    return Screen.sheet(workspace, sheet).id();
  }

  public long version(String sheet) {
    Sheet found = Screen.sheet(workspace, sheet);
    return workspace.read(found, () -> found.versions().current());
  }

  private record Edit(Sheet sheet, Author author, Workspace workspace) {
    void done() {
      sheet.changed(author, workspace.millis());
    }
  }

  private <T> T change(String sheet, String by, Function<Edit, T> work) {
    Sheet found = Screen.sheet(workspace, sheet);
    Edit edit = new Edit(found, workspace.author(workspace.people().of(by)), workspace);
    return explained(() -> workspace.change(found, () -> work.apply(edit)));
  }

  private static <T> T explained(Supplier<T> work) {
    try {
      return work.get();
    } catch (ApiError e) {
      throw new IllegalArgumentException(e.getMessage() + " (" + e.number() + ")", e);
    }
  }
}
