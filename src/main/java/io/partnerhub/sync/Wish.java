package io.partnerhub.sync;

import java.util.Objects;

/**
 * What one system's users want of a held field.
 *
 * @param value null empties the field; where it is unreadable, the text as it stands there
 * @param unreadable why the text is no value of the field's kind; null where it is one
 * @param base the agreed value that they started from; null for empty, or where nothing tells
 * @param origin which reading saw it, and when it can have been made; null where a hub kept it that
 *     did not know
 */
public record Wish(String value, String unreadable, String base, Origin origin) {

  /** Whether it is a text that nobody can take for a value. */
  public boolean isUnreadable() {
    return unreadable != null;
  }

  /** Whether people came back to what they started from: they want nothing. */
  public boolean isWithdrawn() {
    return Objects.equals(value, base);
  }

  /** The same, for a text that is no value. */
  public Wish unreadable(String why) {
    return new Wish(value, why, base, origin);
  }

  /** The same, as an edit of what an earlier one started from. */
  Wish since(Wish earlier) {
    return new Wish(value, unreadable, earlier.base, origin);
  }
}
