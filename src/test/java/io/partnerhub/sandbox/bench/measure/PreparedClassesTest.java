package io.partnerhub.sandbox.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedClassesTest {

  private static final Instant BUILT = Instant.parse("2026-03-02T09:00:00Z");

  @TempDir private Path home;

  private Path file(String name, Instant made) throws IOException {
    Path file = home.resolve("lib").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    return Files.setLastModifiedTime(file, FileTime.from(made));
  }

  private static Optional<Path> archive(Path first) {
    return PreparedClasses.in(first + File.pathSeparator + "/elsewhere/other.jar")
        .flatMap(PreparedClasses::archive);
  }

  @Test
  void those_of_the_libraries_are_used() throws IOException {
    Path jar = file("a.jar", BUILT);
    assertThat(archive(jar)).isEmpty();

    Path prepared = file("hub.jsa", BUILT.plusSeconds(9));

    assertThat(archive(jar)).contains(prepared);
  }

  @Test
  void those_of_an_earlier_build_are_not_used() throws IOException {
    Path jar = file("a.jar", BUILT);
    file("hub.jsa", BUILT.plusSeconds(9));
    file("b.jar", BUILT.plusSeconds(10));

    assertThat(archive(jar)).isEmpty();
  }

  @Test
  void there_are_none_beside_classes_that_were_not_installed() {
    assertThat(PreparedClasses.in(home.resolve("classes").toString())).isEmpty();
  }
}
