package io.partnerhub.mapping;

import java.util.regex.Pattern;

/**
 * Phone numbers: the digits and a leading plus count, every separator is equal. The canonical text
 * groups the digits from the right, four and then threes, because it must be readable where the hub
 * writes it and cannot depend on how somebody typed it: {@code (5) 555-4729} is {@code 5 555 4729}.
 */
final class PhoneNumber {

  private static final Pattern SEPARATORS =
      Pattern.compile("[\\s\\p{Z}\\p{Pd}.()/\u2010-\u2015\u2212]+");
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{1,40}");
  private static final int LAST_GROUP = 4;
  private static final int GROUP = 3;

  private PhoneNumber() {}

  static Parsed parse(String text) {
    String compact = SEPARATORS.matcher(text).replaceAll("");
    if (!NUMBER.matcher(compact).matches()) {
      return Parsed.unreadable(
          "\"%s\" is no phone number; write digits, with + in front for a country code", text);
    }
    boolean international = compact.startsWith("+");
    String grouped = grouped(international ? compact.substring(1) : compact);
    return Parsed.value(international ? "+" + grouped : grouped);
  }

  private static String grouped(String digits) {
    StringBuilder text = new StringBuilder(digits);
    for (int at = digits.length() - LAST_GROUP; at > 0; at -= GROUP) {
      text.insert(at, ' ');
    }
    return text.toString();
  }
}
