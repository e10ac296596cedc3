package io.partnerhub.connector;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Times of change as systems write them. */
public final class Stamp {

  private static final int LAST_YEAR = 9999;

  private Stamp() {}

  /**
   * Reads one in ISO 8601 with an offset; null for any other text, and for a time beyond the years
   * that a store has: what it stands on is a record all the same.
   */
  public static Instant of(String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      return time.getYear() > 0 && time.getYear() <= LAST_YEAR ? time.toInstant() : null;
    } catch (DateTimeException e) {
      return null; // it says nothing, and that is what is told
    }
  }
}
