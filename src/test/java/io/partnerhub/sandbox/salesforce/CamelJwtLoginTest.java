package io.partnerhub.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.Keytool;
import io.partnerhub.sandbox.sim.Operation;
import io.partnerhub.sandbox.sim.SimulatorServer;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JWT bearer flow with the assertion that camel-salesforce signs. */
class CamelJwtLoginTest {

  private static final String PASSWORD = "changeit";

  @TempDir private Path directory;

  @Test
  void it_signs_in_by_jwt() throws Exception {
    Path store = keyStore();
    SalesforceService service =
        new SalesforceService(
            OrgSettings.sandbox().withJwtKey(Keytool.publicKey(store, PASSWORD, "hub")),
            Clock.systemUTC());
    try (SimulatorServer server = SimulatorServer.start(service, 0);
        DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.addComponent("salesforce", component(server.baseUrl(), store));
      camel.start();

      Object answer =
          camel
              .createProducerTemplate()
              .requestBody("salesforce:query?rawPayload=true&sObjectQuery=SELECT Id FROM User", "");

      assertThat(Wire.MAPPER.readTree((InputStream) answer).path("totalSize").asInt()).isEqualTo(3);
      assertThat(server.counters().snapshot().of(Operation.LOGIN)).isEqualTo(1);
    }
  }

  private static SalesforceComponent component(String loginUrl, Path store) {
    KeyStoreParameters keys = new KeyStoreParameters();
    keys.setResource("file:" + store);
    keys.setPassword(PASSWORD);
    keys.setType("PKCS12");
    SalesforceLoginConfig login = new SalesforceLoginConfig();
    login.setType(AuthenticationType.JWT);
    login.setLoginUrl(loginUrl);
    login.setClientId("partner-hub");
    login.setUserName("hub@partners.example");
    login.setKeystore(keys);
    SalesforceEndpointConfig config = new SalesforceEndpointConfig();
    config.setApiVersion("60.0");
    SalesforceComponent component = new SalesforceComponent();
    component.setLoginConfig(login);
    component.setConfig(config);
    return component;
  }

  private Path keyStore() throws Exception {
    Path store = directory.resolve("keys.p12");
    Keytool.pair(store, PASSWORD, "hub", "RSA", "hub");
    return store;
  }
}
