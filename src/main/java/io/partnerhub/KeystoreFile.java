package io.partnerhub;

import io.partnerhub.config.ConfigFaults;
import io.partnerhub.config.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** A Java keystore that a key of the configuration names. */
final class KeystoreFile {

  private final String key;
  private final Path file;
  private final char[] password;

  /**
   * Not read yet.
   *
   * @param key of the configuration, which messages name
   */
  KeystoreFile(String key, Path file, Secret password) {
    this.key = key;
    this.file = file;
    this.password = password.value().toCharArray();
  }

  /**
   * What shows its certificate to the other side.
   *
   * @throws ConfigFaults when it cannot be used, or holds no private key
   */
  KeyManager[] keys() {
    KeyStore store = read();
    requireKey(store);
    try {
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(store, password);
      return managers.getKeyManagers();
    } catch (GeneralSecurityException e) {
      throw unusable(e.getMessage());
    }
  }

  /**
   * Judges it as the hub's own.
   *
   * @throws ConfigFaults when it cannot be used, or holds no private key
   */
  void requireKey() {
    requireKey(read());
  }

  private void requireKey(KeyStore store) {
    if (privateKeys(store) == 0) {
      throw unusable("it holds no private key");
    }
  }

  /**
   * Judges it where a key is taken without a name.
   *
   * @throws ConfigFaults when it cannot be used, or holds another number of private keys than one
   */
  void requireOneKey() {
    int keys = privateKeys(read());
    if (keys != 1) {
      throw unusable("it holds %d private keys, and exactly one is needed".formatted(keys));
    }
  }

  /**
   * Judges it as a list of those to trust.
   *
   * @throws ConfigFaults when it cannot be used, or holds no certificate
   */
  void requireCertificate() {
    KeyStore store = read();
    try {
      for (String alias : Collections.list(store.aliases())) {
        if (store.getCertificate(alias) != null) {
          return;
        }
      }
    } catch (GeneralSecurityException e) {
      throw unusable(e.getMessage());
    }
    throw unusable("it holds no certificate to trust");
  }

  private int privateKeys(KeyStore store) {
    int keys = 0;
    try {
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)) {
          store.getKey(alias, password); // fails where the key has another password
          keys++;
        }
      }
      return keys;
    } catch (GeneralSecurityException e) {
      throw unusable(e.getMessage());
    }
  }

  private KeyStore read() {
    if (!Files.isRegularFile(file)) {
      throw unusable("there is no such file");
    }
    try {
      return KeyStore.getInstance(file.toFile(), password);
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(e.getMessage());
    }
  }

  private ConfigFaults unusable(String why) {
    return new ConfigFaults(List.of("%s: %s cannot be used: %s".formatted(key, file, why)));
  }
}
