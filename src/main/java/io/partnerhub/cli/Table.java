package io.partnerhub.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Aligned columns; the first row is the head. */
public final class Table {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /**
   * A row, each cell on one line; numbers stand at the right of their column, with a comma between
   * thousands.
   */
  public Table row(Object... cells) {
    List<String> texts = new ArrayList<>();
    for (Object cell : cells) {
      texts.add(text(cell));
    }
    rows.add(texts);
    return this;
  }

  /** Without line breaks and without blanks at the end. */
  public List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      String blanks = " ".repeat(width(column) - cell.length());
      line.append(column == 0 ? "" : GAP).append(isNumber(column) ? blanks + cell : cell + blanks);
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private boolean isNumber(int column) {
    return rows.stream().skip(1).allMatch(row -> row.get(column).matches("[0-9,]*( ms)?"));
  }

  private static String text(Object cell) {
    return cell instanceof Number number
        ? String.format(Locale.ROOT, "%,d", number.longValue())
        : Shown.text(cell.toString());
  }
}
