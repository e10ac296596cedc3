package io.partnerhub.connector.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.partnerhub.Keytool;
import io.partnerhub.SettableClock;
import io.partnerhub.connector.fulfillment.FulfillmentSettings.Certificate;
import io.partnerhub.connector.fulfillment.FulfillmentSettings.Tls;
import io.partnerhub.sync.Outcome;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both sides show a certificate. */
class MutualTlsTest {

  private static final String PASSWORD = "changeit-or-not";

  private final List<String> callers = new CopyOnWriteArrayList<>();
  private final CamelContext camel = new DefaultCamelContext();
  private HttpsServer server;

  @TempDir private Path directory;

  @BeforeEach
  void start() throws Exception {
    camel.start();
    Keytool.pair(
        directory.resolve("api.p12"),
        PASSWORD,
        "api",
        "EC",
        "localhost",
        "-ext",
        "san=dns:localhost,ip:127.0.0.1");
    Keytool.pair(directory.resolve("hub.p12"), PASSWORD, "hub", "EC", "partner-hub");
    trust("api.p12", "api", "hub-trusts.p12");
    trust("hub.p12", "hub", "api-trusts.p12");
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setHttpsConfigurator(configurator());
    server.createContext(
        "/",
        exchange -> {
          callers.add(
              ((com.sun.net.httpserver.HttpsExchange) exchange)
                  .getSSLSession()
                  .getPeerPrincipal()
                  .getName());
          byte[] body = "{\"id\": \"partner-hub\"}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    camel.stop();
    server.stop(0);
  }

  @Test
  void the_hub_shows_its_certificate_and_trusts_the_apis() {
    Tls tls =
        new Tls(
            directory.resolve("hub.p12"), PASSWORD, directory.resolve("hub-trusts.p12"), PASSWORD);

    // the answer is none to a create, but it came through
    assertThat(Depot.write(connector(tls), Depot.add("O1"))).isInstanceOf(Outcome.Unknown.class);
    assertThat(callers).containsOnly("CN=partner-hub");
  }

  @Test
  void without_a_certificate_nothing_gets_through() {
    Tls tls = new Tls(null, null, directory.resolve("hub-trusts.p12"), PASSWORD);

    assertThat(Depot.write(connector(tls), Depot.add("O1"))).isNotInstanceOf(Outcome.Written.class);
    assertThat(callers).isEmpty();
  }

  @Test
  void an_api_that_is_not_trusted_gets_nothing() {
    assertThat(Depot.write(connector(null), Depot.add("O1")))
        .isInstanceOfSatisfying(
            Outcome.RetryLater.class,
            later -> assertThat(later.reason().code()).isEqualTo("NO_CONNECTION"));
    assertThat(callers).isEmpty();
  }

  private FulfillmentConnector connector(Tls tls) {
    return new FulfillmentConnector(
        FulfillmentSettings.usual(
            "https://127.0.0.1:" + server.getAddress().getPort(),
            new Certificate(),
            tls,
            6_000,
            "hub-test"),
        Definition.read(Depot.SHIPPED),
        camel.createProducerTemplate(),
        new SettableClock("2026-05-04T09:00:00Z"));
  }

  private HttpsConfigurator configurator() throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(load("api.p12"), PASSWORD.toCharArray());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(load("api-trusts.p12"));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return new HttpsConfigurator(context) {
      @Override
      public void configure(HttpsParameters parameters) {
        SSLParameters wanted = context.getDefaultSSLParameters();
        wanted.setNeedClientAuth(true);
        parameters.setSSLParameters(wanted);
      }
    };
  }

  private KeyStore load(String name) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(directory.resolve(name))) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private void trust(String from, String alias, String store) throws Exception {
    Keytool.run(
        PASSWORD,
        "-exportcert",
        "-alias",
        alias,
        "-keystore",
        file(from),
        "-file",
        file(alias + ".crt"));
    Keytool.run(
        PASSWORD,
        "-importcert",
        "-noprompt",
        "-alias",
        alias,
        "-keystore",
        file(store),
        "-file",
        file(alias + ".crt"));
  }

  private String file(String name) {
    return directory.resolve(name).toString();
  }
}
