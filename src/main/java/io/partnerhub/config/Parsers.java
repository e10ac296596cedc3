package io.partnerhub.config;

import java.net.URI;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quartz.CronExpression;

/** Reads configuration values; each throws IllegalArgumentException for a text that is none. */
final class Parsers {

  private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,8})(ms|s|m|h|d)");
  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,6})(KiB|MiB)");
  private static final int KIB = 1024;
  private static final long MOST_BYTES = 1L << 30;
  private static final Pattern HOST_PORT =
      Pattern.compile("(?:([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+]):)?([0-9]{1,5})");
  private static final int GREATEST_PORT = 65535;
  private static final Pattern STORE_URL =
      Pattern.compile("jdbc:postgresql://[A-Za-z0-9.:,\\[\\]-]+/[A-Za-z0-9_-]+(\\?.*)?");
  private static final Pattern CREDENTIALS = Pattern.compile("[?&](user|password)=");

  private Parsers() {}

  static String name(String text) {
    return matching(text, "[A-Za-z0-9][A-Za-z0-9.-]{0,63}");
  }

  static String version(String text) {
    return matching(text, "[1-9][0-9]{1,2}\\.0");
  }

  static String sheetId(String text) {
    return matching(text, "[1-9][0-9]{0,18}");
  }

  static String auth(String text) {
    return matching(text, "client-credentials|jwt");
  }

  static String fulfillmentAuth(String text) {
    return matching(text, "bearer|client-credentials|certificate");
  }

  static Path path(String text) {
    return Path.of(text);
  }

  static int count(String text) {
    return Integer.parseInt(matching(text, "[1-9][0-9]{0,8}|1000000000"));
  }

  /** In bytes. */
  static int size(String text) {
    Matcher matcher = SIZE.matcher(text);
    require(matcher.matches());
    long bytes = Long.parseLong(matcher.group(1)) * KIB;
    bytes *= matcher.group(2).equals("KiB") ? 1 : KIB;
    require(bytes <= MOST_BYTES);
    return (int) bytes;
  }

  static int percent(String text) {
    return Integer.parseInt(matching(text, "[1-9][0-9]?|100"));
  }

  /** Plain http is refused but for this machine: every call carries a token. */
  static URI address(String text) {
    URI address = URI.create(text);
    boolean isSafe =
        "https".equals(address.getScheme())
            || "http".equals(address.getScheme()) && HostPort.LOOPBACK.contains(address.getHost());
    require(isSafe && address.getHost() != null && address.getUserInfo() == null);
    return address;
  }

  static Secret secretAddress(String text) {
    address(text);
    return new Secret(text);
  }

  static HostPort server(String text) {
    require(text.contains(":"));
    return hostPort(text, null);
  }

  static String mailSecurity(String text) {
    return matching(text, "starttls|tls|none");
  }

  static String jolokia(String text) {
    return matching(text, "off|local|anywhere");
  }

  static boolean onOrOff(String text) {
    return matching(text, "on|off").equals("on");
  }

  static String storeUrl(String text) {
    boolean isServer = STORE_URL.matcher(text).matches() && !CREDENTIALS.matcher(text).find();
    require(text.equals(StoreSettings.EMBEDDED) || isServer);
    return text;
  }

  static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    require(matcher.matches());
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  static Schedule schedule(String text) {
    if (DURATION.matcher(text).matches()) {
      return new Schedule.Every(duration(text));
    }
    try {
      return new Schedule.Cron(new CronExpression(text).getCronExpression());
    } catch (ParseException fault) {
      throw new IllegalArgumentException(fault);
    }
  }

  static HostPort hostPort(String text, String defaultHost) {
    Matcher matcher = HOST_PORT.matcher(text);
    require(matcher.matches());
    int port = Integer.parseInt(matcher.group(2));
    require(port <= GREATEST_PORT);
    return new HostPort(matcher.group(1) == null ? defaultHost : matcher.group(1), port);
  }

  private static String matching(String text, String pattern) {
    require(text.matches(pattern));
    return text;
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException();
    }
  }
}
