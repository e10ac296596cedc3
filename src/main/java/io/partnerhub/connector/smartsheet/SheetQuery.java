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
 * @param modifiedSince only rows changed since; null for all
 * @param ifVersionAfter nothing but the version when it is still this one; 0 to read anyway
 * @param authors with who created and last changed each row, and with typed values
 * @param page from 1
 */
record SheetQuery(
    String sheet,
    List<Column> columns,
    Collection<String> rowIds,
    Instant modifiedSince,
    long ifVersionAfter,
    boolean authors,
    int page,
    int pageSize) {

  /** With row ids, more columns than this would make the address too long for gateways. */
  private static final int MOST_COLUMNS_WITH_ROW_IDS = 30;

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
    if (rowIds == null || columns.size() <= MOST_COLUMNS_WITH_ROW_IDS) {
      request = request.with("columnIds", columnIds());
    }
    if (ifVersionAfter > 0) {
      request = request.with("ifVersionAfter", ifVersionAfter);
    }
    return modifiedSince == null ? request : request.with("rowsModifiedSince", modifiedSince);
  }

  private String columnIds() {
    return columns.stream().map(c -> Long.toString(c.id())).collect(Collectors.joining(","));
  }
}
