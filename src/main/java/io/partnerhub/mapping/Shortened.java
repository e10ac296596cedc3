package io.partnerhub.mapping;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A long text as a system that holds less of it shows it: cut, and saying so at its end. */
final class Shortened {

  private static final String ENDING = "\u2026 [cut: %d characters in all]";

  /** In either case: a text that is kept in upper case is read back so. */
  private static final Pattern CUT =
      Pattern.compile(
          "\u2026 \\[cut: ([1-9][0-9]{0,8}) characters in all]$", Pattern.CASE_INSENSITIVE);

  private Shortened() {}

  /**
   * A text of at most {@code limit} characters; unchanged when it is short enough.
   *
   * @param limit in UTF-16 units; great enough for the ending, which the mapping file's check sees
   *     to
   */
  static String to(int limit, String text) {
    if (text.length() <= limit) {
      return text;
    }
    String ending = String.format(Locale.ROOT, ENDING, text.length());
    int end = limit - ending.length();
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + ending;
  }

  /** Whether a text ends as {@link #to} makes it end, and is shorter than it says it was. */
  static boolean is(String text) {
    Matcher matcher = CUT.matcher(NativeText.tidy(text));
    return matcher.find() && Integer.parseInt(matcher.group(1)) > text.length();
  }
}
