package io.partnerhub.sandbox.demo;

import io.partnerhub.cli.CommandFailure;
import io.partnerhub.cli.ExitCode;
import io.partnerhub.sandbox.SandboxCommand;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Where the store and the log are.
 *
 * @param temporary it is removed when it is closed
 */
record DataDirectory(Path path, boolean temporary) implements Closeable {

  /** The directory asked for, or a temporary one. */
  static DataDirectory of(SandboxCommand.Options options) {
    return options.dataDir().map(DataDirectory::given).orElseGet(() -> temporary(!options.keep()));
  }

  private static DataDirectory given(Path dataDir) {
    Path given = dataDir.toAbsolutePath();
    if (Files.exists(given.resolve("postgres"))) {
      throw new CommandFailure(
          ExitCode.WRONG_INPUT,
          "%s holds the store of an earlier run, whose simulators are gone. Name another --data-dir."
              .formatted(given));
    }
    try {
      DataDirectory made = new DataDirectory(Files.createDirectories(given), false);
      Files.write(made.log(), new byte[0], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return made;
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.WRONG_INPUT,
          "The store's data cannot be kept in %s: it is no directory that can be made or written to. Name another --data-dir."
              .formatted(given),
          e);
    }
  }

  private static DataDirectory temporary(boolean removed) {
    try {
      return new DataDirectory(Files.createTempDirectory("partner-hub-"), removed);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.WRONG_INPUT,
          "No temporary directory can be made in %s. Name another place for the data by --data-dir."
              .formatted(System.getProperty("java.io.tmpdir")),
          e);
    }
  }

  /** What the hub logs. */
  Path log() {
    return path.resolve("hub.log");
  }

  @Override
  public void close() throws IOException {
    if (temporary) {
      Files.walkFileTree(path, new Removal());
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof java.nio.file.NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
