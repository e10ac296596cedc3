package io.partnerhub.connector.smartsheet;

/**
 * How full a sheet was when the hub last saw it.
 *
 * @param share the greatest of its shares of the limits for rows, columns and cells, 0 to 1
 */
public record SheetFill(
    String sheet, String title, int rows, int columns, long cells, double share) {

  static final int MOST_ROWS = 20_000;
  static final int MOST_COLUMNS = 400;
  static final long MOST_CELLS = 500_000;

  static SheetFill of(String sheet, String title, int rows, int columns) {
    long cells = (long) rows * columns;
    double share =
        Math.max(
            Math.max((double) rows / MOST_ROWS, (double) columns / MOST_COLUMNS),
            (double) cells / MOST_CELLS);
    return new SheetFill(sheet, title, rows, columns, cells, share);
  }

  /** How many rows can still be added; never negative. */
  public int roomForRows() {
    long byCells = columns == 0 ? MOST_ROWS : MOST_CELLS / columns;
    return (int) Math.max(0, Math.min(MOST_ROWS, byCells) - rows);
  }
}
