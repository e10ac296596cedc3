package io.partnerhub.sandbox.smartsheet;

/** How large a sheet may grow. */
record SheetCaps(int rows, int columns, int cells) {
  static final SheetCaps STANDARD = new SheetCaps(20_000, 400, 500_000);

  void check(int rowCount, int columnCount) {
    if (rowCount > rows) {
      throw ErrorCode.SHEET_ROWS_FULL.with(rows);
    }
    if (columnCount > columns) {
      throw ErrorCode.SHEET_COLUMNS_FULL.with(columns);
    }
    if ((long) rowCount * columnCount > cells) {
      throw ErrorCode.SHEET_CELLS_FULL.with(cells);
    }
  }
}
