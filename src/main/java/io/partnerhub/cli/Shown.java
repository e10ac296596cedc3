package io.partnerhub.cli;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values as people read them. */
final class Shown {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  /** Controls, line breaks of other scripts, and what turns the direction of writing. */
  private static final Pattern COMMANDS =
      Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u2028-\\u202e\\u2066-\\u2069]");

  private Shown() {}

  /** On one line, with what a terminal would act upon written out, such as \n and \x1b. */
  static String text(String text) {
    return COMMANDS
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(written(found.group().charAt(0))));
  }

  /** The same with its own line breaks. */
  static String lines(String text) {
    return text.lines().map(Shown::text).collect(Collectors.joining(System.lineSeparator()));
  }

  private static String written(char command) {
    return switch (command) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> (command < 0x100 ? "\\x%02x" : "\\u%04x").formatted((int) command);
    };
  }

  /** In the time zone of the reader's machine. */
  static String time(Date date) {
    return TIME.format(date.toInstant().atZone(ZoneId.systemDefault()));
  }

  /** With a comma between thousands. */
  static String number(Object number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** In the largest unit of which there are at least two. */
  static String duration(Duration duration) {
    if (duration.toDays() >= 2) {
      return duration.toDays() + " d";
    }
    if (duration.toHours() >= 2) {
      return duration.toHours() + " h";
    }
    return duration.toMinutes() >= 2 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
  }
}
