package io.partnerhub.mapping;

import io.partnerhub.model.SystemName;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moments in UTC to the whole second, as 2026-02-28T12:30:00Z: Salesforce keeps no more. A time
 * without a zone is unreadable, as every guess would be wrong somewhere.
 */
final class DateTimeForm implements Form {

  private static final int LENGTH = "2026-02-28T12:30:00Z".length();
  private static final Pattern MOMENT =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]([0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?)"
              + " ?([Zz]|[+-][0-9]{2}(:?[0-9]{2})?)");

  @Override
  public Parsed read(Field field, SystemName system, Object value, String text) {
    Matcher matcher = MOMENT.matcher(text);
    if (!matcher.matches()) {
      return Parsed.unreadable(
          "\"%s\" is no time; write it with its zone: 2026-02-28T12:30:00Z", text);
    }
    try {
      String canonical = moment(matcher).truncatedTo(ChronoUnit.SECONDS).toString();
      return canonical.length() == LENGTH ? DateRange.within(field, canonical) : noSuchTime(text);
    } catch (DateTimeException fault) {
      return noSuchTime(text);
    }
  }

  @Override
  public Object write(Field field, SystemName system, String canonical) {
    return Instant.parse(canonical);
  }

  private static Parsed noSuchTime(String text) {
    return Parsed.unreadable("%s is no time of the calendar", text);
  }

  private static Instant moment(Matcher matcher) {
    LocalDateTime local = LocalDateTime.parse(matcher.group(1) + "T" + matcher.group(2));
    String zone = matcher.group(5).toUpperCase(Locale.ROOT);
    return local.toInstant(ZoneOffset.of(zone));
  }
}
