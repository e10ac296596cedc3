package io.partnerhub.connector.fulfillment;

import io.partnerhub.connector.Http;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;

/** Camel's HTTP endpoints for the API, with the certificates of their TLS. */
final class HttpEndpoint {

  private HttpEndpoint() {}

  /**
   * An endpoint under a component of its own.
   *
   * @param authorization gives the value of that header for each request; null for none
   */
  static Endpoint in(
      CamelContext context,
      String component,
      FulfillmentSettings settings,
      String address,
      Supplier<String> authorization) {
    HttpComponent http = Http.component(settings.timeout(), authorization);
    if (settings.tls() != null) {
      http.setSslContextParameters(tls(settings.tls()));
    }
    context.addComponent(component, http);
    return Http.endpoint(context, component, address);
  }

  private static SSLContextParameters tls(FulfillmentSettings.Tls tls) {
    SSLContextParameters parameters = new SSLContextParameters();
    if (tls.keystore() != null) {
      KeyManagersParameters keys = new KeyManagersParameters();
      keys.setKeyStore(store(tls.keystore(), tls.keystorePassword()));
      keys.setKeyPassword(tls.keystorePassword());
      parameters.setKeyManagers(keys);
    }
    if (tls.truststore() != null) {
      TrustManagersParameters trust = new TrustManagersParameters();
      trust.setKeyStore(store(tls.truststore(), tls.truststorePassword()));
      parameters.setTrustManagers(trust);
    }
    return parameters;
  }

  private static KeyStoreParameters store(Path file, String password) {
    KeyStoreParameters store = new KeyStoreParameters();
    store.setResource("file:" + file.toAbsolutePath());
    store.setPassword(password);
    return store;
  }
}
