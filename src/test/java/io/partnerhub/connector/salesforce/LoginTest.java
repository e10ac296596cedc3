package io.partnerhub.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.Keytool;
import io.partnerhub.connector.salesforce.SalesforceSettings.ClientCredentials;
import io.partnerhub.connector.salesforce.SalesforceSettings.JwtBearer;
import io.partnerhub.sandbox.salesforce.OrgSettings;
import io.partnerhub.sandbox.salesforce.SalesforceService;
import io.partnerhub.sandbox.sim.SimulatorServer;
import io.partnerhub.sync.system.Checkpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {

  private static final String PASSWORD = "key-password";

  @TempDir Path folder;

  @Test
  void the_hub_logs_in_by_a_signed_assertion() throws Exception {
    Path keystore = keystore();
    OrgSettings settings =
        OrgSettings.sandbox().withJwtKey(Keytool.publicKey(keystore, PASSWORD, "hub"));
    SalesforceService service = new SalesforceService(settings, Clock.systemUTC());

    try (SimulatorServer server = SimulatorServer.start(service, 0);
        ConnectedHub hub =
            new ConnectedHub(
                new JwtBearer(
                    server.baseUrl(),
                    settings.clientId(),
                    settings.username(),
                    keystore,
                    PASSWORD))) {
      assertThat(
              hub.connector
                  .changes(
                      PartnerMapping.mapping(), Checkpoint.start("Account"), null, Instant.now())
                  .next()
                  .complete())
          .isTrue();
    }
  }

  @Test
  void settings_show_no_secret() {
    assertThat(
            SalesforceSettings.of(new ClientCredentials("https://x", "id", "hidden-secret"))
                .toString())
        .contains("id")
        .doesNotContain("hidden-secret");
    assertThat(
            SalesforceSettings.of(
                    new JwtBearer("https://x", "id", "user", Path.of("k.p12"), PASSWORD))
                .toString())
        .contains("user")
        .doesNotContain(PASSWORD);
  }

  private Path keystore() throws IOException, InterruptedException {
    Path keystore = folder.resolve("hub.p12");
    Keytool.pair(keystore, PASSWORD, "hub", "RSA", "hub", "-keysize", "2048");
    return keystore;
  }
}
