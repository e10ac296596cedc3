package io.partnerhub;

import io.partnerhub.cli.HubHome;
import io.partnerhub.config.ConfigFaults;
import io.partnerhub.config.JmxSettings;
import io.partnerhub.ops.jmx.JmxUsers;
import io.partnerhub.ops.jmx.RemoteConnector;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The way in for JMX clients elsewhere, from its settings. */
final class RemoteJmx {

  private RemoteJmx() {}

  /**
   * Closed yet.
   *
   * @throws ConfigFaults when one of its files cannot be used
   */
  static RemoteConnector of(JmxSettings settings) {
    SSLContext tls = settings.tls().map(RemoteJmx::context).orElse(null);
    String host = settings.at().host();
    return new RemoteConnector(host, settings.at().port(), tls, users(settings));
  }

  private static JmxUsers users(JmxSettings settings) {
    try {
      return JmxUsers.in(HubHome.directory().resolve(settings.passwordFile()));
    } catch (IllegalArgumentException e) {
      throw new ConfigFaults(List.of("jmx.password-file: " + e.getMessage()));
    }
  }

  private static SSLContext context(JmxSettings.Tls tls) {
    Path file = HubHome.directory().resolve(tls.keystore());
    char[] password = tls.password().value().toCharArray();
    try {
      KeyStore keys = KeyStore.getInstance(file.toFile(), password);
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, password);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new ConfigFaults(
          List.of("jmx.keystore: %s cannot be used: %s".formatted(file, e.getMessage())));
    }
  }
}
