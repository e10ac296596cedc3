package io.partnerhub.sandbox.smartsheet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one formula this simulator works out: a reference to another cell of the same row. */
final class Formulas {
  static final String UNPARSEABLE = "#UNPARSEABLE";
  static final String CIRCULAR = "#CIRCULAR REFERENCE";
  static final String UNKNOWN = "#REF";
  private static final Pattern REFERENCE = Pattern.compile("=\\s*(?:\\[(.+)]|(\\w+))@row\\s*");
  private static final int DEPTH = 20;

  private Formulas() {}

  /** What a cell shows: its own value, or that of the cell its formula points to; null if empty. */
  static CellValue shown(Columns columns, Row row, Column column) {
    return shown(columns, row, column, 0);
  }

  private static CellValue shown(Columns columns, Row row, Column column, int depth) {
    if (column.system() != null) {
      return systemValue(row, column);
    }
    CellValue stored = row.get(column);
    String expression =
        stored instanceof CellValue.Formula formula ? formula.expression() : column.formula();
    if (expression == null) {
      return stored;
    }
    Matcher reference = REFERENCE.matcher(expression);
    if (!reference.matches()) {
      return new CellValue.Text(UNPARSEABLE);
    }
    if (depth == DEPTH) {
      return new CellValue.Text(CIRCULAR);
    }
    String title = reference.group(1) == null ? reference.group(2) : reference.group(1);
    Optional<Column> target = columns.titled(title);
    return target.isPresent()
        ? shown(columns, row, target.get(), depth + 1)
        : new CellValue.Text(UNKNOWN);
  }

  private static CellValue systemValue(Row row, Column column) {
    return switch (column.system()) {
      case AUTO_NUMBER -> new CellValue.Text(column.format().show(row.ordinal()));
      case CREATED_DATE -> new CellValue.Moment(row.created().second());
      case MODIFIED_DATE -> new CellValue.Moment(row.modified().second());
      case CREATED_BY -> contact(row.created().person());
      case MODIFIED_BY -> contact(row.modified().person());
    };
  }

  private static CellValue contact(Person person) {
    return new CellValue.Contact(person.email(), person.name());
  }
}
