package io.partnerhub;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** What all forks of a test run use, and the first of them that needs it makes. */
public final class MadeOnce {

  /** Makes it. */
  public interface Maker {
    void make() throws IOException, InterruptedException;
  }

  private MadeOnce() {}

  /**
   * Returns when it is made.
   *
   * @param made what is there, newer than what it was made of, from then on
   * @param madeOf a file, or a directory of files
   */
  public static synchronized void make(Path made, Path madeOf, Maker maker)
      throws IOException, InterruptedException {
    Path lock = made.resolveSibling(made.getFileName() + ".lock");
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock(); // until the channel is closed
      if (!isNewer(made, madeOf)) {
        maker.make();
      }
    }
  }

  private static boolean isNewer(Path made, Path madeOf) throws IOException {
    if (Files.notExists(made)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(madeOf)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(made)) > 0) {
          return false;
        }
      }
      return true;
    }
  }
}
