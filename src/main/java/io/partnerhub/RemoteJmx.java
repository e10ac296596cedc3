package io.partnerhub;

import io.partnerhub.config.ConfigFaults;
import io.partnerhub.config.JmxSettings;
import io.partnerhub.ops.jmx.JmxUsers;
import io.partnerhub.ops.jmx.RemoteConnector;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
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
    return new RemoteConnector(host, settings.at().port(), tls, users(settings.passwordFile()));
  }

  /**
   * Who may come in.
   *
   * @throws ConfigFaults when the file cannot be used
   */
  static JmxUsers users(Path passwordFile) {
    try {
      return JmxUsers.in(passwordFile);
    } catch (IllegalArgumentException e) {
      throw new ConfigFaults(List.of("jmx.password-file: " + e.getMessage()));
    }
  }

  static KeystoreFile keystore(JmxSettings.Tls tls) {
    return new KeystoreFile("jmx.keystore", tls.keystore(), tls.password());
  }

  private static SSLContext context(JmxSettings.Tls tls) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keystore(tls).keys(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
