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
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Where the store and the log are.
 *
 * @param temporary it is removed when it is closed
 */
record DataDirectory(Path path, boolean temporary) implements Closeable {

  /** The directory asked for, or a temporary one. */
  static DataDirectory of(SandboxCommand.Options options) throws IOException {
    if (options.dataDir().isPresent()) {
      Path given = options.dataDir().get().toAbsolutePath();
      if (Files.exists(given.resolve("postgres"))) {
        throw new CommandFailure(
            ExitCode.WRONG_INPUT,
            "%s holds the store of an earlier run, whose simulators are gone. Name another --data-dir."
                .formatted(given));
      }
      return new DataDirectory(Files.createDirectories(given), false);
    }
    return new DataDirectory(Files.createTempDirectory("partner-hub-"), !options.keep());
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
