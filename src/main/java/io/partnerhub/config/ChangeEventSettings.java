package io.partnerhub.config;

import java.time.Duration;
import java.util.Optional;

/**
 * Where Salesforce tells of changes.
 *
 * @param silence after which it is listened to anew
 * @param retry after how long to try again what only time or an administrator changes
 */
public record ChangeEventSettings(HostPort server, Duration silence, Duration retry) {

  /** Empty where the hub is not to listen. */
  static Optional<ChangeEventSettings> from(ConfigReader reader) {
    Boolean on = reader.read(ChangeEventKeys.EVENTS);
    HostPort server = reader.read(ChangeEventKeys.SERVER);
    Duration silence = reader.read(ChangeEventKeys.SILENCE);
    Duration retry = reader.read(ChangeEventKeys.RETRY);
    return Boolean.TRUE.equals(on) && server != null
        ? Optional.of(new ChangeEventSettings(server, silence, retry))
        : Optional.empty();
  }
}
