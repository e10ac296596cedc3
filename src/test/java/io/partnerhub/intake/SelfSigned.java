package io.partnerhub.intake;

import io.partnerhub.Keytool;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509KeyManager;

/** A certificate for localhost, and a client that trusts it. */
record SelfSigned(KeyStore keys) {

  private static final String PASSWORD = "changeit";

  static SelfSigned make(Path directory) throws Exception {
    Path store = directory.resolve("hub.p12");
    Keytool.pair(store, PASSWORD, "mykey", "EC", "localhost", "-ext", "SAN=dns:localhost");
    return new SelfSigned(KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()));
  }

  X509KeyManager keyManager() throws Exception {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD.toCharArray());
    return (X509KeyManager) factory.getKeyManagers()[0];
  }

  SSLContext trusting() throws Exception {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }
}
