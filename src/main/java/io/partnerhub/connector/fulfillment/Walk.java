package io.partnerhub.connector.fulfillment;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a list was walked, page by page.
 *
 * @param whole the walk began at the first record of all
 * @param records live records seen
 * @param greatest the greatest time of change seen; null before the first
 * @param begun the store's clock when the first page was asked for; null in a sweep
 * @param token the next page: a cursor or a number; null at the beginning
 */
record Walk(boolean whole, int records, Instant greatest, Instant begun, String token) {

  private static final Pattern TEXT =
      Pattern.compile("(whole|part) (\\d{1,9}) (-|\\d[^ ]*Z) (\\d[^ ]*Z) (.+)", Pattern.DOTALL);

  private static final String NOTHING = "-";
  private static final int GREATEST = 3;
  private static final int BEGUN = 4;
  private static final int TOKEN = 5;

  /** A walk through everything. */
  static Walk whole(Instant now) {
    return new Walk(true, 0, null, now, null);
  }

  /** Goes on from what was kept: the text of a walk that was broken off, or a cursor. */
  static Walk from(String kept, Instant now) {
    return kept != null && TEXT.matcher(kept).matches()
        ? parse(kept)
        : new Walk(kept == null, 0, null, now, kept);
  }

  /** Reads {@link #text}. */
  static Walk parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("No walk: " + text);
    }
    String greatest = parts.group(GREATEST);
    return new Walk(
        parts.group(1).equals("whole"),
        Integer.parseInt(parts.group(2)),
        greatest.equals(NOTHING) ? null : Instant.parse(greatest),
        Instant.parse(parts.group(BEGUN)),
        parts.group(TOKEN));
  }

  /** For the next page of the same walk. */
  String text() {
    return String.join(
        " ",
        whole ? "whole" : "part",
        String.valueOf(records),
        greatest == null ? NOTHING : greatest.toString(),
        begun.toString(),
        token);
  }

  /**
   * The time up to which all changes were shown, once it is over: what changed since it was begun
   * may be on an early page as it was before. Null where no time was seen.
   */
  Instant reached() {
    return greatest != null && greatest.isAfter(begun) ? begun : greatest;
  }

  /** The walk with one more page behind it. */
  Walk after(int more, Instant stamp, String next) {
    boolean later = stamp != null && (greatest == null || stamp.isAfter(greatest));
    return new Walk(whole, records + more, later ? stamp : greatest, begun, next);
  }
}
