package io.partnerhub.connector.salesforce;

import java.util.regex.Pattern;

/** Ids come in 15 and 18 characters for the same record; the hub keeps the longer form. */
final class SalesforceId {

  private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?");
  private static final String SUFFIX = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
  private static final int BLOCK = 5;

  private SalesforceId() {}

  static boolean isId(String text) {
    return text != null && FORM.matcher(text).matches();
  }

  /** The 18-character form; a text that is no short id stays as it is. */
  static String widen(String id) {
    if (!isId(id) || id.length() != 15) {
      return id;
    }
    StringBuilder wide = new StringBuilder(id);
    for (int block = 0; block < 3; block++) {
      wide.append(SUFFIX.charAt(upperCaseBits(id, block * BLOCK)));
    }
    return wide.toString();
  }

  private static int upperCaseBits(String id, int start) {
    int bits = 0;
    for (int i = 0; i < BLOCK; i++) {
      char c = id.charAt(start + i);
      if (c >= 'A' && c <= 'Z') {
        bits |= 1 << i;
      }
    }
    return bits;
  }
}
