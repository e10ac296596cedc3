package io.partnerhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The archive that was packaged, unpacked. */
record Distribution(Path home) {

  private static final Path ARCHIVE = Path.of(System.getProperty("hub.archive", ""));

  /** One for all that only run it, prepared as after an installation. */
  static Distribution prepared() throws IOException, InterruptedException {
    Path directory = Files.createDirectories(ARCHIVE.resolveSibling("distribution"));
    Path done = directory.resolve("prepared");
    MadeOnce.make(done, ARCHIVE, () -> prepare(directory, done));
    return in(directory);
  }

  private static void prepare(Path directory, Path done) throws IOException, InterruptedException {
    Path hub = unpackInto(directory).hub();
    Launch launch = Launch.of(hub, directory, Map.of(), "prepare");
    assertThat(launch.exitCode()).as("%s", launch).isZero();
    Files.writeString(done, launch.out());
  }

  static Distribution unpackInto(Path directory) throws IOException, InterruptedException {
    Process tar =
        new ProcessBuilder("tar", "xzf", ARCHIVE.toString())
            .directory(directory.toFile())
            .inheritIO()
            .start();
    assertThat(tar.waitFor()).as("exit code of tar").isZero();
    return in(directory);
  }

  private static Distribution in(Path directory) {
    return new Distribution(directory.resolve("partner-hub-" + System.getProperty("hub.version")));
  }

  Path hub() {
    return home.resolve("bin/hub");
  }

  Path lib() {
    return home.resolve("lib");
  }

  /** Jars of a directory, without those of its subdirectories. */
  static List<Path> jars(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
  }
}
