package io.partnerhub.cli;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;

/** Values as people read them. */
final class Shown {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private Shown() {}

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
