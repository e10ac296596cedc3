package io.partnerhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher in a checkout, with a Maven of the test's own. */
class LauncherIT {

  private static final String SOURCE = "src/main/java/Source.java";
  private static final List<String> SOURCES =
      List.of(
          SOURCE,
          "pom.xml",
          "mappings/mapping.schema.json",
          "mappings/connector.schema.json",
          "deploy/fulfillment-openapi.yaml");

  @TempDir Path directory;
  private Path checkout;

  @BeforeEach
  void lay_out_a_checkout() throws IOException {
    checkout = directory.resolve("a checkout");
    for (String source : SOURCES) {
      Files.createDirectories(checkout.resolve(source).getParent());
      Files.writeString(checkout.resolve(source), "");
    }
    Files.copy(Path.of("hub"), checkout.resolve("hub"));
    Files.setPosixFilePermissions(
        checkout.resolve("hub"), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @AfterEach
  void leave_the_libraries_where_they_are() throws IOException {
    Files.deleteIfExists(checkout.resolve("target/lib"));
  }

  @Test
  void a_checkout_without_a_build_says_so_and_builds() throws Exception {
    maven(putsTheLibrariesInPlace());

    Launch launch = hub("--version");

    assertThat(launch.err()).startsWith("Nothing is built yet: building with Maven");
    assertThat(launch.out()).startsWith("Partner Hub ");
    assertThat(launch.exitCode()).isZero();
  }

  @Test
  void a_build_newer_than_its_sources_is_used_as_it_is() throws Exception {
    maven(putsTheLibrariesInPlace());
    hub("--version");
    ageEverything();
    maven("exit 1");

    Launch launch = hub("--version");

    assertThat(launch.err()).isEmpty();
    assertThat(launch.exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SOURCE,
        "mappings/mapping.schema.json",
        "mappings/connector.schema.json",
        "deploy/fulfillment-openapi.yaml"
      })
  void a_source_newer_than_the_build_is_built(String source) throws Exception {
    maven(putsTheLibrariesInPlace());
    hub("--version");
    ageEverything();
    Files.setLastModifiedTime(
        checkout.resolve(source), FileTime.from(Instant.now().plusSeconds(60)));
    maven("exit 0");

    Launch launch = hub("--version");

    assertThat(launch.err()).startsWith("The sources are newer than the build: building");
  }

  @Test
  void a_build_that_fails_shows_why_and_ends_with_2() throws Exception {
    maven("echo '[ERROR] no such artifact'; exit 1");

    Launch launch = hub("--version");

    assertThat(launch.err()).contains("[ERROR] no such artifact", "target/build.log");
    assertThat(launch.exitCode()).isEqualTo(2);
  }

  @Test
  void a_place_that_cannot_be_built_in_is_named_and_ends_with_2() throws Exception {
    maven("exit 0");
    Files.writeString(checkout.resolve("target"), "no directory");

    Launch launch = hub("--version");

    assertThat(launch.err().lines())
        .last()
        .asString()
        .startsWith("hub: Nothing is built yet, and ")
        .contains("a checkout/target cannot be written to. ");
    assertThat(launch.exitCode()).isEqualTo(2);
    Files.delete(checkout.resolve("target"));
  }

  private Launch hub(String... arguments) throws Exception {
    return Launch.of(
        checkout.resolve("hub"),
        Path.of("/"),
        Map.of("PATH", directory + ":/usr/bin:/bin"),
        arguments);
  }

  private String putsTheLibrariesInPlace() {
    Path built = Path.of("target/lib").toAbsolutePath();
    return "mkdir -p '%1$s' && ln -s '%2$s' '%1$s/lib'"
        .formatted(checkout.resolve("target"), built);
  }

  private void maven(String script) throws IOException {
    Path mvn = directory.resolve("mvn");
    Files.writeString(mvn, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void ageEverything() throws IOException {
    FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    for (String source : SOURCES) {
      Path file = checkout.resolve(source);
      for (; !file.equals(checkout); file = file.getParent()) {
        Files.setLastModifiedTime(file, old);
      }
    }
  }
}
