package io.partnerhub.sandbox.salesforce;

import java.util.Arrays;

/**
 * A pattern of LIKE, whatever the case. Not a regular expression: one with many {@code %} would try
 * every way to divide a text, and the whole org would wait.
 */
final class LikePattern {

  private static final int ANY = -1;
  private static final int RUN = -2;

  /** Characters in one case, {@link #ANY} for one of any kind, {@link #RUN} for any number. */
  private final int[] parts;

  private LikePattern(int[] parts) {
    this.parts = parts;
  }

  /**
   * Reads a pattern.
   *
   * @param like {@code \_}, {@code \%} and {@code \\} stand for the character behind the backslash
   */
  static LikePattern of(String like) {
    int[] characters = like.codePoints().toArray();
    int[] parts = new int[characters.length];
    int size = 0;
    for (int i = 0; i < characters.length; i++) {
      parts[size++] =
          switch (characters[i]) {
            case '%' -> RUN;
            case '_' -> ANY;
            case '\\' -> folded(characters[++i]);
            default -> folded(characters[i]);
          };
    }
    return new LikePattern(Arrays.copyOf(parts, size));
  }

  boolean matches(String text) {
    int[] characters = text.codePoints().map(LikePattern::folded).toArray();
    int part = 0;
    int run = -1; // the last run met, and where the text behind it was begun
    int behindRun = 0;
    for (int at = 0; at < characters.length; ) {
      if (part < parts.length && parts[part] == RUN) {
        run = part++;
        behindRun = at;
      } else if (part < parts.length && (parts[part] == ANY || parts[part] == characters[at])) {
        part++;
        at++;
      } else if (run >= 0) {
        part = run + 1;
        at = ++behindRun;
      } else {
        return false;
      }
    }
    while (part < parts.length && parts[part] == RUN) {
      part++;
    }
    return part == parts.length;
  }

  private static int folded(int character) {
    return Character.toLowerCase(Character.toUpperCase(character));
  }
}
