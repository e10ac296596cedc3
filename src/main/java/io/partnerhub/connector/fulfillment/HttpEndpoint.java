package io.partnerhub.connector.fulfillment;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.util.Timeout;

/** Camel's HTTP endpoints for the API, with the defaults that lose data turned off. */
final class HttpEndpoint {

  private static final int CONNECTIONS = 4;
  private static final Timeout CONNECT = Timeout.ofSeconds(10);

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
    context.addComponent(component, component(settings, authorization));
    return context.getEndpoint(
        component
            + "://"
            + address
            + "?throwExceptionOnFailure=false&disableStreamCache=true&followRedirects=false");
  }

  private static HttpComponent component(
      FulfillmentSettings settings, Supplier<String> authorization) {
    Timeout silence = Timeout.of(settings.timeout());
    HttpComponent http = new HttpComponent();
    http.setAutomaticRetriesDisabled(true); // it would repeat a POST whose answer was 503
    http.setRedirectHandlingDisabled(true);
    http.setCookieManagementDisabled(true);
    http.setMaxTotalConnections(CONNECTIONS);
    http.setConnectionsPerRoute(CONNECTIONS);
    http.setConnectTimeout(CONNECT.toMilliseconds());
    http.setConnectionRequestTimeout(silence.toMilliseconds());
    http.setSoTimeout(silence.toMilliseconds());
    http.setResponseTimeout(silence.toMilliseconds());
    if (settings.tls() != null) {
      http.setSslContextParameters(tls(settings.tls()));
    }
    // set below Camel, so that no message, trace or JMX view of it holds the secret
    http.setHttpClientConfigurer(
        client ->
            client.addRequestInterceptorLast(
                (request, entity, call) -> {
                  String value = authorization.get();
                  if (value != null) {
                    request.setHeader(HttpHeaders.AUTHORIZATION, value);
                  }
                }));
    return http;
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
