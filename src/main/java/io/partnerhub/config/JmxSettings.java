package io.partnerhub.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * JMX for clients elsewhere.
 *
 * @param passwordFile who may come in
 * @param tls empty for none, which only the machine itself may use
 */
public record JmxSettings(HostPort at, Path passwordFile, Optional<Tls> tls) {

  /** The hub's key and certificate. */
  public record Tls(Path keystore, Secret password) {}

  /** Empty unless it is switched on. */
  static Optional<JmxSettings> from(ConfigReader reader) {
    HostPort at = reader.read(JmxKeys.PORT);
    Path keystore = reader.read(JmxKeys.KEYSTORE);
    if (at == null) {
      return Optional.empty();
    }
    if (!at.isLoopback()) {
      reader.require(
          JmxKeys.KEYSTORE, "jmx.port is not on 127.0.0.1, and there it is never without TLS");
    }
    return Optional.of(
        new JmxSettings(
            at,
            reader.require(JmxKeys.PASSWORD_FILE, "jmx.port is set"),
            Optional.ofNullable(keystore)
                .map(
                    file ->
                        new Tls(
                            file,
                            reader.require(JmxKeys.KEYSTORE_PASSWORD, "jmx.keystore is set")))));
  }
}
