package io.partnerhub.config;

import java.nio.file.Path;
import java.util.Optional;

/** A Java keystore: a file with keys or certificates. */
public record Keystore(Path file, Secret password) {

  /** Empty where no file is set. */
  static Optional<Keystore> from(ConfigReader reader, Key<Path> file, Key<Secret> password) {
    return Optional.ofNullable(reader.read(file))
        .map(path -> new Keystore(path, reader.require(password, file.name() + " is set")));
  }
}
