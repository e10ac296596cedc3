package io.partnerhub.config;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The keys of sheet ids, of which there are as many as the mappings want. */
final class SheetKeys {

  static final String PREFIX = "smartsheet.sheet.";
  private static final String VARIABLE = "SMARTSHEET_SHEET_";
  private static final String WORD = "[a-z][a-z0-9-]*";
  private static final Pattern KEY =
      Pattern.compile(Pattern.quote(PREFIX) + WORD + "(\\." + WORD + ")?");

  private SheetKeys() {}

  static boolean isOne(String key) {
    return KEY.matcher(key).matches();
  }

  /**
   * The key that a variable of the environment sets: {@code SMARTSHEET_SHEET_PARTNER_NORTH_AMERICA}
   * is {@code smartsheet.sheet.partner.north-america}.
   */
  static Optional<String> ofVariable(String variable) {
    if (!variable.startsWith(VARIABLE)) {
      return Optional.empty();
    }
    String rest = variable.substring(VARIABLE.length()).toLowerCase(Locale.ROOT);
    String key = PREFIX + rest.replaceFirst("_", ".").replace('_', '-');
    return Optional.of(key).filter(SheetKeys::isOne);
  }
}
