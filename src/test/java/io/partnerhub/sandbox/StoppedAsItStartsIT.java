package io.partnerhub.sandbox;

import static io.partnerhub.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SIGTERM before the hub is constructed. */
class StoppedAsItStartsIT {

  private static final int STOPPED_BY_SIGTERM = 143;

  /** The files are those by which PostgreSQL shows how far it is. */
  @ParameterizedTest
  @ValueSource(strings = {"PG_VERSION", "global/pg_control", "postmaster.pid", "postmaster.opts"})
  void its_postgresql_ends_with_it(String made, @TempDir Path dir) throws Exception {
    Path dataDir = Files.createDirectory(dir.resolve("data"));
    Path cluster = dataDir.resolve("postgres");
    try (Rig rig = new Rig(dataDir).withEmbeddedStore();
        KilledHub hub = new KilledHub(rig, dataDir, dir)) {
      hub.start();
      await().until(() -> Files.exists(cluster.resolve(made)));

      hub.terminate();

      assertThat(hub.exitCode()).isEqualTo(STOPPED_BY_SIGTERM);
      assertThat(cluster.resolve("postmaster.pid")).doesNotExist();
      assertThat(workingIn(cluster)).isEmpty();
    }
  }

  private static Stream<String> workingIn(Path cluster) {
    return ProcessHandle.allProcesses()
        .flatMap(process -> process.info().commandLine().stream())
        .filter(command -> command.contains(cluster.toString()));
  }
}
