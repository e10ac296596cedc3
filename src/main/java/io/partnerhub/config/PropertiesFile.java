package io.partnerhub.config;

import io.partnerhub.mapping.FileTrouble;
import io.partnerhub.mapping.Utf8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A properties file: {@code key = value}, one a line, in UTF-8. A backslash is a backslash, and no
 * value goes on in the next line; comments begin with #.
 */
final class PropertiesFile {

  private static final long MOST_BYTES = 256 * 1024;

  private final Map<String, Setting> settings = new LinkedHashMap<>();
  private final List<String> faults;

  private PropertiesFile(List<String> faults) {
    this.faults = faults;
  }

  /**
   * The settings by key, in their order.
   *
   * @param faults gets what is wrong with single lines
   * @throws ConfigFaults when the file cannot be read: that every key is missing then is no news
   */
  static Map<String, Setting> read(Path path, List<String> faults) {
    PropertiesFile file = new PropertiesFile(faults);
    int number = 0;
    for (String line : lines(path)) {
      number++;
      file.add(line.strip(), path.getFileName() + ":" + number);
    }
    return file.settings;
  }

  private void add(String line, String place) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    int equals = line.indexOf('=');
    if (equals < 1) {
      faults.add(place + ": This line is no setting. Write key = value, or # before a comment");
      return;
    }
    String key = line.substring(0, equals).strip();
    Setting first =
        settings.putIfAbsent(key, new Setting(line.substring(equals + 1).strip(), place));
    if (first != null) {
      faults.add(place + ": " + key + " was set before, at " + first.source() + ". Remove one");
    }
  }

  private static List<String> lines(Path path) {
    String text =
        Utf8.text(
            bytes(path),
            broken ->
                unusable(
                    "%s:%d: This line is not UTF-8. Save the file in the character set UTF-8"
                        .formatted(path.getFileName(), broken.line())));
    return text.lines().toList();
  }

  private static byte[] bytes(Path path) {
    try {
      if (Files.size(path) > MOST_BYTES) {
        throw unusable(path + " is longer than 256 KiB. Is it a configuration file at all?");
      }
      return Files.readAllBytes(path);
    } catch (IOException fault) {
      throw unusable(
          path
              + " cannot be read: "
              + FileTrouble.of(fault)
              + ". Check that it exists and is readable");
    }
  }

  private static ConfigFaults unusable(String fault) {
    return new ConfigFaults(List.of(fault));
  }
}
