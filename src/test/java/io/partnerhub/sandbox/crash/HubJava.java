package io.partnerhub.sandbox.crash;

import io.partnerhub.HubMain;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How to start a hub quickly: its classes in one jar, and an archive of them once one was run. */
final class HubJava {

  private static final Path CLASSES = Path.of("target/classes");

  /** Null for none. */
  private final Path archive;

  private final String classPath;

  private HubJava(Path archive, String classPath) {
    this.archive = archive;
    this.classPath = classPath;
  }

  /** Of the classes as they are compiled, without an archive. */
  static HubJava plain() {
    return new HubJava(
        null,
        Stream.concat(Stream.of(CLASSES.toString()), libraries())
            .collect(Collectors.joining(File.pathSeparator)));
  }

  /**
   * With an archive, which the first hub that ends in peace leaves to those after it.
   *
   * @param directory where jar and archive are to be
   */
  static HubJava archived(Path directory) throws IOException {
    Path jar = directory.resolve("hub.jar");
    pack(jar);
    String classPath =
        Stream.concat(Stream.of(jar.toString()), libraries())
            .collect(Collectors.joining(File.pathSeparator));
    return new HubJava(directory.resolve("hub.jsa"), classPath);
  }

  private static Stream<String> libraries() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(path -> path.endsWith(".jar"));
  }

  /** The JVM shares no classes of directories; Flyway asks for the jar's own directories. */
  private static void pack(Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(CLASSES)) {
      out.setLevel(0);
      for (Path file : files.filter(f -> !f.equals(CLASSES)).toList()) {
        String name = CLASSES.relativize(file).toString().replace(File.separatorChar, '/');
        if (Files.isDirectory(file)) {
          out.putNextEntry(new JarEntry(name + "/"));
        } else {
          out.putNextEntry(new JarEntry(name));
          Files.copy(file, out);
        }
      }
    }
  }

  List<String> command(Path config) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
    if (archive != null) {
      command.add(
          (Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=")
              + archive);
    }
    command.addAll(
        List.of("-cp", classPath, HubMain.class.getName(), "run", "--config", config.toString()));
    return command;
  }
}
