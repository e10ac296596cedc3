package io.partnerhub.sandbox.bench.measure;

import io.partnerhub.cli.CommandFailure;
import io.partnerhub.cli.ExitCode;
import io.partnerhub.cli.HubHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.stream.Stream;

/** The classes that {@code hub prepare} keeps for the starts of an installed hub. */
public final class PreparedClasses {

  private static final String ARCHIVE = "hub.jsa";

  private final Path libraries;

  private PreparedClasses(Path libraries) {
    this.libraries = libraries;
  }

  /** Of the libraries in a class path; empty where that is none of an installation. */
  static Optional<PreparedClasses> in(String classPath) {
    return HubHome.libraries(classPath).map(PreparedClasses::new);
  }

  /**
   * Prepares as an installation does, where it was not done since the libraries came.
   *
   * @throws CommandFailure with all that it said when {@code hub prepare} fails
   */
  public static void make(Progress progress) throws IOException, InterruptedException {
    Optional<PreparedClasses> classes = in(FreshJava.classPath());
    if (classes.isPresent() && classes.get().archive().isEmpty()) {
      progress.say("hub prepare, once, as after an installation");
      prepare();
    }
  }

  /** What is used as long as no library is newer. */
  Optional<Path> archive() {
    return Optional.of(libraries.resolve(ARCHIVE)).filter(Files::exists).filter(this::isNewest);
  }

  private boolean isNewest(Path archive) {
    try (Stream<Path> files = Files.list(libraries)) {
      FileTime made = Files.getLastModifiedTime(archive);
      for (Path file : files.toList()) {
        if (Files.getLastModifiedTime(file).compareTo(made) > 0) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void prepare() throws IOException, InterruptedException {
    Path home = HubHome.directory();
    Path checkout = home.resolve("hub");
    Path launcher = Files.isRegularFile(checkout) ? checkout : home.resolve("bin/hub");
    ProcessBuilder builder = new ProcessBuilder(launcher.toString(), "prepare");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new CommandFailure(ExitCode.CHECK_FAILED, "hub prepare failed: " + said.strip());
    }
  }
}
