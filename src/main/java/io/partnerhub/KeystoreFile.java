package io.partnerhub;

import io.partnerhub.config.ConfigFaults;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** Reads the hub's key and certificate from a Java keystore. */
final class KeystoreFile {

  private KeystoreFile() {}

  /**
   * What shows the certificate to clients.
   *
   * @param key of the configuration, which names the file
   * @throws ConfigFaults when it cannot be used
   */
  static KeyManager[] keys(String key, Path file, String password) {
    try {
      KeyStore keys = KeyStore.getInstance(file.toFile(), password.toCharArray());
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, password.toCharArray());
      return managers.getKeyManagers();
    } catch (IOException | GeneralSecurityException e) {
      throw new ConfigFaults(
          List.of("%s: %s cannot be used: %s".formatted(key, file, e.getMessage())));
    }
  }
}
