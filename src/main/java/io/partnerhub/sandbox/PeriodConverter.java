package io.partnerhub.sandbox;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 500ms}, {@code 1s} or {@code 2m}. */
final class PeriodConverter implements ITypeConverter<Duration> {

  private static final Pattern PERIOD = Pattern.compile("([1-9]\\d{0,6})(ms|s|m)");

  @Override
  public Duration convert(String text) {
    Matcher period = PERIOD.matcher(text);
    if (!period.matches()) {
      throw new TypeConversionException(
          "'%s' is no period such as 500ms, 1s or 2m".formatted(text));
    }
    long amount = Long.parseLong(period.group(1));
    return switch (period.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      default -> Duration.ofMinutes(amount);
    };
  }
}
