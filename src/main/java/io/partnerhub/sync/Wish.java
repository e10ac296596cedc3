package io.partnerhub.sync;

import java.util.Objects;

/**
 * What one system's users want of a held field.
 *
 * @param value null empties the field; where it is unreadable, the text as it stands there
 * @param unreadable why the text is no value of the field's kind; null where it is one
 * @param base the agreed value that they started from; null for empty, or where nothing tells
 * @param shown what their copy showed of that: another text where the system renders it in its way
 * @param origin which reading saw it, and when it can have been made; null where a hub kept it that
 *     did not know
 */
public record Wish(String value, String unreadable, String base, String shown, Origin origin) {

  /** One whose copy showed what it started from as it is. */
  public Wish(String value, String unreadable, String base, Origin origin) {
    this(value, unreadable, base, base, origin);
  }

  /** Whether it is a text that nobody can take for a value. */
  public boolean isUnreadable() {
    return unreadable != null;
  }

  /** Whether people came back to what they started from: they want nothing. */
  public boolean isWithdrawn() {
    return !isUnreadable() && Objects.equals(value, base);
  }

  /** Whether nothing else than the agreed value is wanted. */
  public boolean allows(String agreed) {
    return isWithdrawn() || !isUnreadable() && Objects.equals(value, agreed);
  }

  /** The same, for a text that is no value. */
  public Wish unreadable(String why) {
    return new Wish(value, why, base, shown, origin);
  }

  /** The same, of a copy that showed this of what they started from. */
  public Wish shown(String text) {
    return new Wish(value, unreadable, base, text, origin);
  }

  /** The same, as an edit of what an earlier one started from; that may be shown again now. */
  Wish since(Wish earlier) {
    boolean back = !isUnreadable() && Objects.equals(value, earlier.shown);
    return new Wish(back ? earlier.base : value, unreadable, earlier.base, earlier.shown, origin);
  }
}
