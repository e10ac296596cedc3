package io.partnerhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.cli.CommandFailure;
import io.partnerhub.cli.ExitCode;
import io.partnerhub.cli.HubDoor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubDoorsTest {

  @TempDir private Path directory;

  @Test
  void a_directory_without_a_hub_is_told_with_what_to_do() {
    assertThatThrownBy(() -> open(directory))
        .isInstanceOfSatisfying(
            CommandFailure.class,
            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.UNAVAILABLE))
        .hasMessageContainingAll("No hub runs on", directory.toString(), "hub run");
  }

  @Test
  void what_cannot_be_read_is_wrong_input_and_no_defect() throws IOException {
    Path file = Files.createFile(directory.resolve("a-file"));

    assertThatThrownBy(() -> open(file))
        .isInstanceOfSatisfying(
            CommandFailure.class,
            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.WRONG_INPUT))
        .hasMessageContainingAll(file.toString(), "cannot be read");
  }

  private static void open(Path dataDir) {
    new HubDoors(Map.of()).open(new HubDoor.OfDataDir(dataDir)).close();
  }
}
