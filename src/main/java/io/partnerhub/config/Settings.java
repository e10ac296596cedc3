package io.partnerhub.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was set, by key: the properties file, overridden by the environment. */
final class Settings {

  private final Map<String, Setting> byKey;

  private Settings(Map<String, Setting> byKey) {
    this.byKey = byKey;
  }

  /**
   * Merges both sources; an empty value is no value. Variables of the environment that name no key
   * are not ours and left alone.
   */
  static Settings of(Map<String, Setting> file, Map<String, String> environment) {
    Map<String, Setting> byKey = new LinkedHashMap<>(file);
    environment.forEach(
        (variable, text) ->
            keyOf(variable)
                .filter(key -> !text.isBlank())
                .ifPresent(
                    key -> {
                      byKey.remove(otherFormOf(key));
                      byKey.put(key, new Setting(text.strip(), variable));
                    }));
    byKey.values().removeIf(setting -> setting.text().isEmpty());
    return new Settings(byKey);
  }

  /** A copy with these settings in the place of those of the same key. */
  Settings with(Map<String, Setting> more) {
    Map<String, Setting> all = new LinkedHashMap<>(byKey);
    all.putAll(more);
    return new Settings(all);
  }

  Optional<Setting> get(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** Every key that is set, sheets included, in the order of the file. */
  List<String> keys() {
    return List.copyOf(byKey.keySet());
  }

  private static Optional<String> keyOf(String variable) {
    for (Key<?> key : Keys.ALL) {
      if (variable.equals(key.variable())) {
        return Optional.of(key.name());
      }
      if (key.isSecret() && variable.equals(Key.variable(key.fileName()))) {
        return Optional.of(key.fileName());
      }
    }
    return SheetKeys.ofVariable(variable);
  }

  /** A secret in the environment replaces the file's, whichever of its two forms each has. */
  private static String otherFormOf(String key) {
    return key.endsWith(Key.FILE)
        ? key.substring(0, key.length() - Key.FILE.length())
        : key + Key.FILE;
  }
}
