package io.partnerhub.connector.smartsheet;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What to read of a sheet.
 *
 * @param columns only these
 * @param rowIds only these rows; null for all
 * @param rowNumbers only the rows at these places, from 1; null for all
 * @param modifiedSince only rows changed since; null for all
 * @param ifVersionAfter nothing but the version when it is still this one; 0 to read anyway
 * @param authors with who created and last changed each row, and with typed values
 * @param page from 1
 */
record SheetQuery(
    String sheet,
    List<Column> columns,
    Collection<String> rowIds,
    Collection<Integer> rowNumbers,
    Instant modifiedSince,
    long ifVersionAfter,
    boolean authors,
    int page,
    int pageSize) {

  /** With row ids, more columns than this would make the address too long for gateways. */
  private static final int MOST_COLUMNS_WITH_ROW_IDS = 30;

  /** Every row of a sheet. */
  static SheetQuery all(String sheet, List<Column> columns, int page, int pageSize) {
    return new SheetQuery(sheet, columns, null, null, null, 0, false, page, pageSize);
  }

  /** Some rows by their ids. */
  static SheetQuery byId(
      String sheet, List<Column> columns, Collection<String> rowIds, boolean authors) {
    return new SheetQuery(
        sheet, columns, rowIds, null, null, 0, authors, 1, Math.max(1, rowIds.size()));
  }

  /** Some rows by their places. */
  static SheetQuery byNumber(String sheet, List<Column> columns, Collection<Integer> rowNumbers) {
    return new SheetQuery(
        sheet, columns, null, rowNumbers, null, 0, false, 1, Math.max(1, rowNumbers.size()));
  }

  Request request() {
    Request request =
        Request.get("sheet " + sheet, "sheets/" + SheetId.checked(sheet))
            .with("include", authors ? "objectValue,writerInfo" : "objectValue")
            .with("level", 2)
            .with("exclude", "nonexistentCells")
            .with("page", page)
            .with("pageSize", pageSize);
    if (rowIds != null) {
      request = request.with("rowIds", String.join(",", rowIds));
    }
    if (rowNumbers != null) {
      request = request.with("rowNumbers", joined(rowNumbers));
    }
    if (rowIds == null || columns.size() <= MOST_COLUMNS_WITH_ROW_IDS) {
      request = request.with("columnIds", columnIds());
    }
    if (ifVersionAfter > 0) {
      request = request.with("ifVersionAfter", ifVersionAfter);
    }
    return modifiedSince == null ? request : request.with("rowsModifiedSince", modifiedSince);
  }

  private static String joined(Collection<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private String columnIds() {
    return columns.stream().map(c -> Long.toString(c.id())).collect(Collectors.joining(","));
  }
}
