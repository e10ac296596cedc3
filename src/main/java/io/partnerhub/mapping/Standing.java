package io.partnerhub.mapping;

import java.util.Objects;

/**
 * What a row of a grouped sheet says of the field that it is grouped by: it says so twice, in its
 * cell and by the heading that it stands beneath, and people change either.
 *
 * @param cell the cell's value; null for an empty one
 * @param heading the value of the heading that it stands beneath; null outside all headings
 */
public record Standing(String cell, String heading) {

  /** An invisible separator: a text without it says that cell and heading are the same. */
  private static final String MARK = "\u2063";

  private static final String BENEATH = MARK + ", beneath ";
  private static final String OUTSIDE = MARK + ", outside";
  private static final String HEADING = MARK + ", a heading";

  public Standing {
    cell = unmarked(cell);
    heading = unmarked(heading);
  }

  private static String unmarked(String text) {
    String plain = text == null ? "" : text.replace(MARK, "");
    return plain.isEmpty() ? null : plain;
  }

  /** What a replica's text stands for; a text of any other field is a cell that nothing groups. */
  public static Standing of(String text) {
    int mark = text == null ? -1 : text.indexOf(MARK);
    if (mark < 0) {
      return new Standing(text, text);
    }
    String cell = mark == 0 ? null : text.substring(0, mark);
    String rest = text.substring(mark);
    return new Standing(cell, rest.startsWith(BENEATH) ? rest.substring(BENEATH.length()) : null);
  }

  /** What a row without a key says that is the heading of a value. */
  public static String textOfHeading(String value) {
    return value + HEADING;
  }

  /** Whether a text stands for a heading, which is no record. */
  public static boolean isHeading(String text) {
    return text != null && text.endsWith(HEADING);
  }

  /** One text for both, readable in the ledger: the value alone where they say the same. */
  public String text() {
    if (isSettled()) {
      return cell;
    }
    return (cell == null ? "" : cell) + (heading == null ? OUTSIDE : BENEATH + heading);
  }

  /** Whether cell and heading say the same, so that nothing is to be put right. */
  public boolean isSettled() {
    return Objects.equals(cell, heading);
  }

  /**
   * The value that the row has now: what changed counts. A row outside all headings says nothing by
   * where it stands, so its cell decides.
   */
  public String value(Standing before) {
    boolean moved = heading != null && !heading.equals(before.heading);
    boolean typed = !Objects.equals(cell, before.cell);
    return moved && !typed ? heading : cell;
  }

  /** Whether somebody moved the row and typed another value than that of its new heading. */
  public boolean contradicts(Standing before) {
    return !isSettled()
        && heading != null
        && !heading.equals(before.heading)
        && !Objects.equals(cell, before.cell);
  }

  /** A sentence about a contradiction. */
  public String contradiction() {
    return "its cell says "
        + (cell == null ? "nothing" : "\"" + cell + "\"")
        + ", and it stands beneath \""
        + heading
        + "\": let both say the same";
  }
}
