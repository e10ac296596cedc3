package io.partnerhub.mapping;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Phone numbers: the digits and a leading plus count, every separator is equal, seen or not. The
 * canonical text groups the digits behind the country code from the right, four and then threes,
 * because it must be readable where the hub writes it and cannot depend on how somebody typed it:
 * {@code (5) 555-4729} is {@code 5 555 4729}.
 */
final class PhoneNumber {

  private static final Pattern SEPARATORS =
      Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Pd}.()/\u2010-\u2015\u2212]+");
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{1,40}");

  /** Country codes of one and two digits by ITU-T E.164; all others have three. */
  private static final Pattern COUNTRY =
      Pattern.compile(
          "(\\+(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[0-9]{3}))([0-9]+)");

  private static final int LAST_GROUP = 4;
  private static final int GROUP = 3;

  private PhoneNumber() {}

  static Parsed parse(String text) {
    String compact = SEPARATORS.matcher(text).replaceAll("");
    if (!NUMBER.matcher(compact).matches()) {
      return Parsed.unreadable(
          "\"%s\" is no phone number; write digits, with + in front for a country code", text);
    }
    return Parsed.value(compact.startsWith("+") ? international(compact) : grouped(compact));
  }

  private static String international(String number) {
    Matcher matcher = COUNTRY.matcher(number);
    return matcher.matches()
        ? matcher.group(1) + " " + grouped(matcher.group(2))
        : "+" + grouped(number.substring(1));
  }

  private static String grouped(String digits) {
    StringBuilder text = new StringBuilder(digits);
    for (int at = digits.length() - LAST_GROUP; at > 0; at -= GROUP) {
      text.insert(at, ' ');
    }
    return text.toString();
  }
}
