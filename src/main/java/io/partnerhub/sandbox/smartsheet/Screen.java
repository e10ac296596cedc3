package io.partnerhub.sandbox.smartsheet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What people see of sheets, and how they find things there. */
final class Screen {

  private Screen() {}

  static Sheet sheet(Workspace workspace, String nameOrId) {
    return workspace.sheets().stream()
        .filter(s -> s.name().equals(nameOrId) || Long.toString(s.id()).equals(nameOrId))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no sheet \"" + nameOrId + "\""));
  }

  static Column column(Sheet sheet, String title) {
    return sheet
        .columns()
        .titled(title)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "sheet \"" + sheet.name() + "\" has no column \"" + title + "\""));
  }

  static Row row(Sheet sheet, RowRef ref) {
    Optional<Row> found =
        ref instanceof RowRef.ByKey byKey
            ? keyed(sheet, byKey)
            : sheet.rows().find(((RowRef.ById) ref).id());
    return found.orElseThrow(
        () -> new IllegalArgumentException("sheet \"" + sheet.name() + "\" has no row " + ref));
  }

  private static Optional<Row> keyed(Sheet sheet, RowRef.ByKey ref) {
    Column column = column(sheet, ref.column());
    return sheet.rows().all().stream()
        .filter(row -> ref.key().equals(shown(sheet, row, column)))
        .findFirst();
  }

  static RowState state(Sheet sheet, Row row) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (Column column : sheet.columns().all()) {
      String shown = shown(sheet, row, column);
      if (shown != null) {
        cells.put(column.title(), shown);
      }
    }
    return new RowState(
        row.id(),
        row.number(),
        row.parent() == null ? null : row.parent().id(),
        row.modified().at(),
        row.modified().person().email(),
        cells);
  }

  /** Null when the cell is empty. */
  static String shown(Sheet sheet, Row row, Column column) {
    CellValue value = sheet.shown(row, column);
    return value == null ? null : value.display();
  }

  /** What typing these texts, numbers and choices into cells gives. */
  static Map<Column, CellValue> typed(Sheet sheet, Map<String, ?> cells) {
    Map<Column, CellValue> values = new LinkedHashMap<>();
    cells.forEach(
        (title, value) -> {
          Column column = column(sheet, title);
          if (column.derived()) {
            throw new IllegalArgumentException(
                "column \"" + title + "\" is filled by the service; nobody can type into it");
          }
          values.put(column, TypedText.read(column, Json.tree(value)));
        });
    return values;
  }
}
