package io.partnerhub.connector.smartsheet;

import java.util.List;

/**
 * One page of a sheet.
 *
 * @param version of the sheet when it was read
 * @param totalRows rows of the whole sheet, whatever was asked for
 * @param firstRow id of the first row, to notice a page that comes twice; empty on an empty page
 */
record SheetPage<T>(List<T> rows, long version, int totalRows, String firstRow) {

  private static final int NOT_TOLD = -1;

  /** The answer to a read that was to tell only of another version. */
  static <T> SheetPage<T> unchanged(long version) {
    return new SheetPage<>(List.of(), version, NOT_TOLD, "");
  }

  boolean isUnchanged() {
    return totalRows == NOT_TOLD;
  }
}
