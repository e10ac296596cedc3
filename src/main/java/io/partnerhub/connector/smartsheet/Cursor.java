package io.partnerhub.connector.smartsheet;

import java.time.Instant;

/**
 * Where a read of several pages stands.
 *
 * @param page the page to read, from 1
 * @param version version of the sheet on the first page; 0 before it
 * @param broken the version was another one on a later page
 * @param greatest the greatest stamp so far; null before the first
 * @param firstRow id of the last page's first row; empty before it
 * @param whole every row is read, whenever it was changed
 */
record Cursor(
    int page, long version, boolean broken, Instant greatest, String firstRow, boolean whole) {

  private static final String NOTHING = "-";

  static Cursor start() {
    return new Cursor(1, 0, false, null, "", false);
  }

  /** The beginning of a read of every row. */
  static Cursor startWhole() {
    return new Cursor(1, 0, false, null, "", true);
  }

  static Cursor parse(String text) {
    String[] parts = text.split(";", -1);
    return new Cursor(
        Integer.parseInt(parts[0]),
        Long.parseLong(parts[1]),
        Boolean.parseBoolean(parts[2]),
        parts[3].equals(NOTHING) ? null : Instant.parse(parts[3]),
        parts[4],
        Boolean.parseBoolean(parts[5]));
  }

  /**
   * Where it stands after a page.
   *
   * @param torn the page showed rows whose parents were on none
   */
  Cursor after(SheetPage<?> read, Instant greatestOnPage, boolean torn) {
    boolean first = page == 1;
    return new Cursor(
        page + 1,
        first ? read.version() : version,
        broken || torn || (!first && read.version() != version),
        later(greatest, greatestOnPage),
        read.firstRow(),
        whole);
  }

  static Instant later(Instant a, Instant b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isAfter(b) ? a : b;
  }

  String text() {
    return page
        + ";"
        + version
        + ";"
        + broken
        + ";"
        + (greatest == null ? NOTHING : greatest)
        + ";"
        + firstRow
        + ";"
        + whole;
  }
}
