package io.partnerhub.mapping;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The text of a native value of any type: composed (NFC), trimmed of blanks and of what shows
 * nothing, line ends as {@code \n}.
 */
final class NativeText {

  /** What lies before is composed always. */
  private static final char FIRST_COMBINING = '\u0300';

  private static final int LONGEST_PLAIN_EXPONENT = 60;

  private NativeText() {}

  /** The text, or an empty one for null and for blanks. */
  static String of(Object value) {
    return switch (kindOf(value)) {
      case NOTHING -> "";
      case LIST -> ofList((List<?>) value);
      case DECIMAL -> ofDecimal((BigDecimal) value);
      case OTHER -> tidy(value.toString());
    };
  }

  /** Why a storable text should not be sent on, in a sentence; nothing when it may be. */
  static Optional<String> invalidity(String text) {
    if (text.indexOf('\uFFFD') >= 0) {
      return Optional.of(
          "The text holds a character that was lost on the way (\uFFFD); type it again");
    }
    if (hasControl(text)) {
      return Optional.of("The text holds an invisible control character; type it again");
    }
    return Optional.empty();
  }

  /** A copy that every store and protocol takes: what cannot be kept becomes U+FFFD. */
  static String storable(String text) {
    if (isStorable(text)) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c == 0 || isSurrogate(c) ? '\uFFFD' : c)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i))) {
        return false; // a pair may be whole: looked at more closely
      }
    }
    return true;
  }

  /**
   * Composed (NFC), without blanks and invisible characters at the ends, with {@code \n} as the
   * only line end.
   */
  static String tidy(String text) {
    return trim(composed(text).replace("\r\n", "\n").replace('\r', '\n'));
  }

  /** Composed (NFC). */
  static String composed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_COMBINING) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    }
    return text;
  }

  private enum Shape {
    NOTHING,
    LIST,
    DECIMAL,
    OTHER
  }

  private static Shape kindOf(Object value) {
    if (value == null) {
      return Shape.NOTHING;
    }
    if (value instanceof List) {
      return Shape.LIST;
    }
    return value instanceof BigDecimal ? Shape.DECIMAL : Shape.OTHER;
  }

  private static String ofList(List<?> values) {
    return tidy(values.stream().map(NativeText::of).collect(Collectors.joining(";")));
  }

  /** Without exponent, unless so great a one that writing it out would fill the memory. */
  private static String ofDecimal(BigDecimal number) {
    if (Math.abs((long) number.scale()) > LONGEST_PLAIN_EXPONENT) {
      return number.toString();
    }
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && (isBlank(text.charAt(from)) || Invisible.is(text.charAt(from)))) {
      from++;
    }
    while (to > from && (isBlank(text.charAt(to - 1)) || Invisible.ends(text, to))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** Blanks include the no-break spaces that people paste. */
  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isControl(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** No control character lies beyond the characters of one unit. */
  private static boolean isControl(char c) {
    return Character.isISOControl(c) && !Character.isWhitespace(c);
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
