package io.partnerhub.config;

import java.util.Optional;

/**
 * Where webhooks come in.
 *
 * @param keystore the key and certificate for TLS; empty where a proxy in front does that
 * @param bounds how much comes in at once
 */
public record HttpSettings(HostPort at, Optional<Keystore> keystore, DoorBounds bounds) {

  static HttpSettings from(ConfigReader reader) {
    return new HttpSettings(
        reader.read(HubKeys.HTTP_PORT),
        Keystore.from(reader, HubKeys.HTTP_KEYSTORE, HubKeys.HTTP_KEYSTORE_PASSWORD),
        DoorBounds.from(reader));
  }
}
