package io.partnerhub.sandbox.salesforce;

import java.util.Optional;

/**
 * Record ids: 15 characters that tell case apart, or the same with 3 more that say which of them
 * are capitals, so that the long form survives a loss of case.
 */
final class Ids {

  static final int SHORT = 15;
  static final int LONG = 18;

  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String CHECK = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
  private static final int CHUNK = 5;
  private static final int NUMBER_DIGITS = 9;
  private static final String POD = "gL0";

  private Ids() {}

  /** The short id of the n-th record of an object. */
  static String of(String keyPrefix, long number) {
    char[] digits = new char[NUMBER_DIGITS];
    long rest = number;
    for (int i = NUMBER_DIGITS - 1; i >= 0; i--) {
      digits[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
      rest /= DIGITS.length();
    }
    return keyPrefix + POD + new String(digits);
  }

  /** The long form of a short id. */
  static String to18(String id15) {
    StringBuilder id = new StringBuilder(LONG).append(id15);
    for (int chunk = 0; chunk < SHORT; chunk += CHUNK) {
      int capitals = 0;
      for (int i = 0; i < CHUNK; i++) {
        char c = id15.charAt(chunk + i);
        if (c >= 'A' && c <= 'Z') {
          capitals |= 1 << i;
        }
      }
      id.append(CHECK.charAt(capitals));
    }
    return id.toString();
  }

  /** The short form of an id of either length; empty when it is no id. */
  static Optional<String> to15(String id) {
    if (!id.chars().allMatch(c -> DIGITS.indexOf(c) >= 0)) {
      return Optional.empty();
    }
    return switch (id.length()) {
      case SHORT -> Optional.of(id);
      case LONG -> restored(id);
      default -> Optional.empty();
    };
  }

  private static Optional<String> restored(String id18) {
    char[] id = id18.substring(0, SHORT).toCharArray();
    for (int i = 0; i < SHORT; i++) {
      int capitals = CHECK.indexOf(Character.toUpperCase(id18.charAt(SHORT + i / CHUNK)));
      boolean capital = capitals >= 0 && (capitals >> i % CHUNK & 1) == 1;
      if (capitals < 0 || capital && !Character.isLetter(id[i])) {
        return Optional.empty();
      }
      id[i] = capital ? Character.toUpperCase(id[i]) : Character.toLowerCase(id[i]);
    }
    return Optional.of(new String(id));
  }
}
