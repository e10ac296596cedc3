package io.partnerhub.mapping;

import io.partnerhub.model.SystemName;

/** The days and moments that Salesforce takes: it refuses a record with any other as a whole. */
final class DateRange {

  private static final String FIRST = "1700-01-01";
  private static final String LAST = "4000-12-31";

  /** Salesforce's last moment, which comes behind its last day in the order of texts too. */
  private static final String LAST_MOMENT = LAST + "T00:00:00Z";

  private DateRange() {}

  /** A canonical day or moment, where the field can keep it in every system that has it. */
  static Parsed within(Field field, String canonical) {
    boolean taken = canonical.compareTo(FIRST) >= 0 && canonical.compareTo(LAST_MOMENT) <= 0;
    return taken || !field.isIn(SystemName.SALESFORCE)
        ? Parsed.value(canonical)
        : Parsed.unreadable(
            "%s is before %s or after %s, which Salesforce does not take; correct the year",
            canonical, FIRST, LAST);
  }
}
