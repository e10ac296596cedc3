package io.partnerhub.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * JMX by HTTP.
 *
 * @param passwordFile who may come in; the same as for JMX from elsewhere
 * @param local whether from this machine alone
 */
public record JolokiaSettings(Path passwordFile, boolean local) {

  /** Empty unless it is switched on. */
  static Optional<JolokiaSettings> from(ConfigReader reader) {
    String from = reader.read(JmxKeys.JOLOKIA);
    if (from == null || from.equals("off")) {
      return Optional.empty();
    }
    return Optional.of(
        new JolokiaSettings(
            reader.require(JmxKeys.PASSWORD_FILE, "jmx.jolokia is " + from), from.equals("local")));
  }
}
