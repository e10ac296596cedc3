package io.partnerhub.mapping;

import io.partnerhub.model.SystemName;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days of the calendar, as 2026-02-28; a time is accepted only when it is midnight. */
final class DateForm implements Form {

  private static final Pattern DAY =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2})([T ]00:00(:00(\\.0{1,9})?)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?)?");

  @Override
  public Parsed read(Field field, SystemName system, Object value, String text) {
    Matcher matcher = DAY.matcher(text);
    if (!matcher.matches()) {
      return Parsed.unreadable("\"%s\" is no date; write it as year-month-day: 2026-02-28", text);
    }
    try {
      return DateRange.within(field, LocalDate.parse(matcher.group(1)).toString());
    } catch (DateTimeException noSuchDay) {
      return Parsed.unreadable("%s is no day of the calendar", matcher.group(1));
    }
  }

  @Override
  public Object write(Field field, SystemName system, String canonical) {
    return LocalDate.parse(canonical);
  }
}
