package io.partnerhub.mapping;

import java.util.Map;

/**
 * The ids of a record type's sheets, as the configuration gives them.
 *
 * @param byKey by the part of the configuration key behind {@code smartsheet.sheet.}
 */
record SheetIds(String type, Map<String, String> byKey) {

  static final String PREFIX = "smartsheet.sheet.";

  /** The id of the only sheet; null when it is not configured. */
  String only() {
    return byKey.get(type);
  }

  /** The id of one of several sheets; null when it is not configured. */
  String named(String sheet) {
    return byKey.get(type + "." + sheet);
  }

  /** The configuration key of the only sheet. */
  String key() {
    return PREFIX + type;
  }

  /** The configuration key of one of several sheets. */
  String key(String sheet) {
    return PREFIX + type + "." + sheet;
  }
}
