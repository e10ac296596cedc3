package io.partnerhub.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.cli.CommandFailure;
import io.partnerhub.cli.ExitCode;
import io.partnerhub.sandbox.SandboxCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @TempDir Path directory;

  @Test
  void a_temporary_one_is_removed_with_all_that_is_in_it() throws IOException {
    DataDirectory temporary = DataDirectory.of(options(Optional.empty(), false));
    Files.createDirectory(temporary.path().resolve("postgres"));
    Files.writeString(temporary.log(), "a line");

    temporary.close();

    assertThat(temporary.path()).doesNotExist();
  }

  @Test
  void a_temporary_one_is_kept_when_asked_for() throws IOException {
    DataDirectory kept = DataDirectory.of(options(Optional.empty(), true));

    kept.close();

    assertThat(kept.path()).exists();
    Files.delete(kept.path());
  }

  @Test
  void a_given_one_is_made_and_kept() throws IOException {
    DataDirectory given = DataDirectory.of(options(Optional.of(directory.resolve("new")), false));

    given.close();

    assertThat(directory.resolve("new")).exists();
  }

  @Test
  void the_store_of_an_earlier_run_is_refused() throws IOException {
    Files.createDirectory(directory.resolve("postgres"));

    assertThatThrownBy(() -> DataDirectory.of(options(Optional.of(directory), false)))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("holds the store of an earlier run");
  }

  @Test
  void one_that_cannot_be_made_or_written_is_refused_by_name() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "no directory");
    Path noLog = Files.createDirectories(directory.resolve("taken"));
    Files.createDirectory(noLog.resolve("hub.log"));

    for (Path unfit : List.of(file, file.resolve("below"), noLog)) {
      assertThatThrownBy(() -> DataDirectory.of(options(Optional.of(unfit), false)))
          .isInstanceOfSatisfying(
              CommandFailure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.WRONG_INPUT))
          .hasMessageContaining(unfit + ": it is no directory")
          .hasMessageContaining("Name another --data-dir");
    }
  }

  private static SandboxCommand.Options options(Optional<Path> dataDir, boolean keep) {
    return new SandboxCommand.Options(
        true, Optional.empty(), dataDir, keep, 1, Duration.ofSeconds(1));
  }
}
