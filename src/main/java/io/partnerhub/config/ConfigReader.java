package io.partnerhub.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads typed values and notes what is wrong with them, so that all faults come at once. */
final class ConfigReader {

  private static final int LONGEST_SHOWN = 100;

  private final Path home;
  private final Settings settings;
  private final List<String> faults;

  /**
   * @param home the hub's directory, where relative paths begin
   */
  ConfigReader(Path home, Settings settings, List<String> faults) {
    this.home = home;
    this.settings = settings;
    this.faults = faults;
  }

  /** The value or its default; null when there is neither, or a fault. */
  <T> T read(Key<T> key) {
    Optional<Setting> setting = settings.get(key.name());
    if (setting.isPresent()) {
      return parse(key.name(), key.type(), setting.get());
    }
    if (key.presence() == Key.Presence.REQUIRED) {
      missing(key, "");
    }
    return key.defaultText().map(text -> value(key.type(), text)).orElse(null);
  }

  /** Like {@link #read}, but a missing value is a fault. */
  <T> T require(Key<T> key, String because) {
    T value = read(key);
    if (value == null && settings.get(key.name()).isEmpty()) {
      missing(key, " (" + because + ")");
    }
    return value;
  }

  /** A count, which has a default; 0 when its text is a fault. */
  int count(Key<Integer> key) {
    return Optional.ofNullable(read(key)).orElse(0);
  }

  /** Notes that values do not go together. */
  void fault(String what) {
    faults.add(what);
  }

  /** Ids of sheets by what stands behind the prefix of their keys. */
  Map<String, String> sheets() {
    Map<String, String> sheets = new TreeMap<>();
    for (String key : settings.keys()) {
      if (SheetKeys.isOne(key)) {
        String id = parse(key, Type.SHEET_ID, settings.get(key).orElseThrow());
        sheets.put(key.substring(SheetKeys.PREFIX.length()), String.valueOf(id));
      }
    }
    return sheets;
  }

  private <T> T parse(String key, Type<T> type, Setting setting) {
    try {
      return value(type, setting.text());
    } catch (IllegalArgumentException fault) {
      faults.add(
          "%s: %s is %s. Write %s"
              .formatted(setting.source(), key, shown(type, setting.text()), type.form()));
      return null;
    }
  }

  private <T> T value(Type<T> type, String text) {
    boolean isPath = type == Type.PATH;
    return type.parser().parse(isPath ? home.resolve(text).toString() : text);
  }

  /** Addresses may hold a password, which must not reach a log. */
  private static String shown(Type<?> type, String text) {
    if (type.isSecret()) {
      return "wrong, and not shown as it is a secret";
    }
    return text.contains("@") || text.contains("password")
        ? "wrong, and not shown as it may hold a password"
        : "\""
            + (text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…")
            + "\"";
  }

  private void missing(Key<?> key, String because) {
    String file = key.isSecret() ? ", or " + key.fileName() : "";
    faults.add("%s is missing%s. Set it%s: %s".formatted(key.name(), because, file, key.meaning()));
  }
}
