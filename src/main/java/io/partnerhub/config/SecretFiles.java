package io.partnerhub.config;

import io.partnerhub.mapping.FileTrouble;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the content of secret files in the place of their names. */
final class SecretFiles {

  private static final long MOST_BYTES = 64 * 1024;

  private final Path home;
  private final List<String> faults;

  /**
   * @param home the hub's directory, where relative paths begin
   */
  SecretFiles(Path home, List<String> faults) {
    this.home = home;
    this.faults = faults;
  }

  /** Secrets by the key that they belong to, of all keys that name a file. */
  Map<String, Setting> read(Settings settings) {
    Map<String, Setting> secrets = new HashMap<>();
    for (Key<?> key : Keys.ALL) {
      if (key.isSecret()) {
        settings
            .get(key.fileName())
            .ifPresent(file -> secrets.put(key.name(), content(key, settings, file)));
      }
    }
    return secrets;
  }

  /** An empty text where the file cannot be read, which then is a fault already. */
  private Setting content(Key<?> key, Settings settings, Setting file) {
    if (settings.get(key.name()).isPresent()) {
      fault(key, file, "is set beside " + key.name() + ". Remove one of them");
    }
    String secret = "";
    try {
      Path path = home.resolve(file.text());
      if (Files.size(path) > MOST_BYTES) {
        fault(key, file, "names a file longer than 64 KiB. It should hold the secret alone");
      } else {
        secret = Files.readString(path).strip();
        if (secret.isEmpty()) {
          fault(key, file, "names an empty file. Put the secret in it");
        }
      }
    } catch (CharacterCodingException fault) {
      fault(key, file, "names a file that is not UTF-8. Save it in the character set UTF-8");
    } catch (IOException | InvalidPathException fault) {
      fault(
          key,
          file,
          "names a file that cannot be read: "
              + FileTrouble.of(fault)
              + ". Check the path "
              + file.text());
    }
    return new Setting(secret, file.source());
  }

  private void fault(Key<?> key, Setting file, String what) {
    faults.add(file.source() + ": " + key.fileName() + " " + what);
  }
}
