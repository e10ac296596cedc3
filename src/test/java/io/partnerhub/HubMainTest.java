package io.partnerhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What happens before a command runs. */
class HubMainTest {

  @Test
  void a_command_that_logs_nothing_makes_no_logger() throws Exception {
    Process hub =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-verbose:class",
                "-cp",
                System.getProperty("java.class.path"),
                HubMain.class.getName(),
                "--version")
            .redirectErrorStream(true)
            .start();
    String loaded = new String(hub.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    // The command chooses the log's format, which logback reads with the first logger.
    assertThat(hub.waitFor()).isZero();
    assertThat(loaded.lines().filter(line -> line.contains("io.partnerhub.HubMain "))).isNotEmpty();
    assertThat(loaded.lines().filter(line -> line.contains(" ch.qos.logback."))).isEmpty();
  }
}
