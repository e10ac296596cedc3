package io.partnerhub.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ByHandTest {

  @Test
  void what_is_to_be_pasted_names_the_launcher_that_was_used() {
    assertThat(ByHand.questions("/opt/partner-hub/bin/hub", "ALFKI", Path.of("/tmp/data")))
        .containsExactly(
            "/opt/partner-hub/bin/hub status --data-dir /tmp/data",
            "/opt/partner-hub/bin/hub why partner ALFKI --data-dir /tmp/data");
  }

  @Test
  void what_a_shell_would_part_or_change_is_quoted() {
    assertThat(ByHand.questions("/my tools/hub", "O'NEIL", Path.of("/my data/$x")))
        .containsExactly(
            "'/my tools/hub' status --data-dir '/my data/$x'",
            "'/my tools/hub' why partner 'O'\\''NEIL' --data-dir '/my data/$x'");
  }
}
