package io.partnerhub.connector.salesforce;

/** Ids come in 15 and 18 characters for the same record; the hub keeps the longer form. */
final class SalesforceId {

  private static final int SHORT = 15;
  private static final int LONG = 18;
  private static final String SUFFIX = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
  private static final int BLOCK = 5;

  private SalesforceId() {}

  static boolean isId(String text) {
    if (text == null || (text.length() != SHORT && text.length() != LONG)) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) { // no pattern: asked several times for every record
      if (!isLetterOrDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** The 18-character form; a text that is no short id stays as it is. */
  static String widen(String id) {
    if (!isId(id) || id.length() != SHORT) {
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
