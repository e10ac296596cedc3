package io.partnerhub;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.cli.CommandFailure;
import io.partnerhub.cli.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class HubDaemonTest {

  // A hub that starts all the same is stopped as Java ends.
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @Test
  @Timeout(60)
  void a_management_port_that_is_taken_is_refused_by_its_key() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path config =
          Files.writeString(
              directory.resolve("hub.properties"),
              """
              hub.data-dir = %s
              hub.routes-dir = %s
              hub.mappings-dir = %s
              hub.management.port = 127.0.0.1:%d
              salesforce.login-url = https://example.invalid
              salesforce.client-id = the-id
              salesforce.client-secret = the-secret
              smartsheet.base-url = https://example.invalid/2.0
              smartsheet.token = the-token
              smartsheet.sheet.partner = 1
              """
                  .formatted(
                      directory,
                      Path.of("routes").toAbsolutePath(),
                      Path.of("deploy/examples/partner-alone").toAbsolutePath(),
                      taken.getLocalPort()));

      assertThatThrownBy(() -> new HubDaemon(Map.of()).runUntilStopped(config))
          .isInstanceOf(CommandFailure.class)
          .hasMessageContaining("hub.management.port: 127.0.0.1:" + taken.getLocalPort())
          .extracting(e -> ((CommandFailure) e).exitCode())
          .isEqualTo(ExitCode.WRONG_INPUT);
    }
  }
}
