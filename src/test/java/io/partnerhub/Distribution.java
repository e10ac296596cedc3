package io.partnerhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The archive that was packaged, unpacked. */
record Distribution(Path home) {

  static Distribution unpackInto(Path directory) throws IOException, InterruptedException {
    Process tar =
        new ProcessBuilder("tar", "xzf", System.getProperty("hub.archive"))
            .directory(directory.toFile())
            .inheritIO()
            .start();
    assertThat(tar.waitFor()).as("exit code of tar").isZero();
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
