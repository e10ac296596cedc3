package io.partnerhub.connector.salesforce;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * Where a read of several pages stands.
 *
 * @param begun the store's clock when the read began
 * @param path path of the next page
 */
record ChangeCursor(Instant begun, String path) {

  /** The text that is kept between pages. */
  String text() {
    return begun + " " + path;
  }

  /**
   * The cursor of a text that {@link #text} made.
   *
   * @throws IllegalArgumentException for any other text
   */
  static ChangeCursor parse(String text) {
    String[] parts = text.split(" ", 2);
    try {
      return new ChangeCursor(Instant.parse(parts[0]), parts[1]);
    } catch (DateTimeParseException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException("Not a cursor of a Salesforce read: " + text, e);
    }
  }
}
