package io.partnerhub.connector.fulfillment;

import java.time.Instant;

/**
 * How far a list was walked, page by page.
 *
 * @param whole the walk began at the first record of all
 * @param records live records seen
 * @param greatest the greatest time of change seen; null before the first
 * @param token the next page: a cursor or a number; null at the beginning
 */
record Walk(boolean whole, int records, Instant greatest, String token) {

  private static final int PARTS = 4;

  /** A walk through everything. */
  static final Walk WHOLE = new Walk(true, 0, null, null);

  /** Goes on from a cursor that was kept. */
  static Walk from(String cursor) {
    return new Walk(cursor == null, 0, null, cursor);
  }

  /** Reads {@link #text}. */
  static Walk parse(String text) {
    String[] parts = text.split(" ", PARTS);
    Instant greatest = parts[2].isEmpty() ? null : Instant.parse(parts[2]);
    return new Walk(parts[0].equals("whole"), Integer.parseInt(parts[1]), greatest, parts[3]);
  }

  /** For the next page of the same walk. */
  String text() {
    return (whole ? "whole " : "part ")
        + records
        + " "
        + (greatest == null ? "" : greatest)
        + " "
        + token;
  }

  /** The walk with one more page behind it. */
  Walk after(int more, Instant stamp, String next) {
    boolean later = stamp != null && (greatest == null || stamp.isAfter(greatest));
    return new Walk(whole, records + more, later ? stamp : greatest, next);
  }
}
