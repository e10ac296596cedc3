package io.partnerhub.mapping;

import java.lang.Character.UnicodeScript;
import java.util.Locale;

/**
 * Characters that show nothing, such as a zero-width space or the marks of a writing direction that
 * come along when people paste: two texts that differ by them alone look the same.
 */
final class Invisible {

  /** The first of them all. */
  private static final char SOFT_HYPHEN = '\u00AD';

  private static final char NON_JOINER = '\u200C';
  private static final char JOINER = '\u200D';

  /** Between these, format characters of Arabic and Syriac are drawn, all but one. */
  private static final char FIRST_DRAWN = '\u0600';

  private static final char LAST_DRAWN = '\u08E2';
  private static final char ARABIC_LETTER_MARK = '\u061C';

  private Invisible() {}

  /** Whether it shows nothing by itself. Tags beyond the first plane are part of flags. */
  static boolean is(char c) {
    if (c < SOFT_HYPHEN) {
      return false;
    }
    boolean drawn = c >= FIRST_DRAWN && c <= LAST_DRAWN && c != ARABIC_LETTER_MARK;
    return Character.getType(c) == Character.FORMAT && !drawn;
  }

  /** Whether a text holds one that does not shape what stands around it. */
  static boolean isIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (is(text.charAt(i)) && !shapes(text, i)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the last character before {@code end} shows nothing and does not shape what it ends.
   */
  static boolean ends(String text, int end) {
    char last = text.charAt(end - 1);
    return is(last) && (last == NON_JOINER || !shapes(text, end - 1));
  }

  /** The same with each of them written as people look it up: {@code \u200b}. */
  static String shown(String text) {
    if (!isIn(text)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean hidden = is(c) && !shapes(text, i);
      shown.append(hidden ? String.format(Locale.ROOT, "\\u%04x", (int) c) : c);
    }
    return shown.toString();
  }

  /**
   * Joiners do behind a letter of Persian or Malayalam, or an emoji; behind a Latin one they hide.
   */
  private static boolean shapes(String text, int at) {
    char c = text.charAt(at);
    if (at == 0 || c != JOINER && c != NON_JOINER) {
      return false;
    }
    int before = text.codePointBefore(at);
    return switch (UnicodeScript.of(before)) {
      case LATIN -> false;
      case COMMON, INHERITED -> isPicture(before) || isMark(before);
      default -> !is(text.charAt(at - 1));
    };
  }

  private static boolean isPicture(int c) {
    return Character.isSupplementaryCodePoint(c) || Character.getType(c) == Character.OTHER_SYMBOL;
  }

  private static boolean isMark(int c) {
    return Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
