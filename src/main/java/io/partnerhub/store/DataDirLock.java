package io.partnerhub.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says that a hub runs on a data directory. The system takes it from a hub that is killed; the
 * PostgreSQL that such a hub leaves behind does not hold it.
 */
final class DataDirLock implements AutoCloseable {

  private static final String FILE = "hub.lock";

  /** Of this Java: to open and close the file once more would end the lock on it. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private DataDirLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes it.
   *
   * @param dataDir which exists
   * @throws StoreUnavailable where another hub has it
   */
  static DataDirLock take(Path dataDir) throws IOException {
    Path file = dataDir.toRealPath().resolve(FILE);
    if (!HELD.add(file)) {
      throw isTaken(dataDir);
    }
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        throw isTaken(dataDir);
      }
      return new DataDirLock(file, channel);
    } catch (IOException | RuntimeException e) {
      release(file, channel);
      throw e;
    }
  }

  private static StoreUnavailable isTaken(Path dataDir) {
    return new StoreUnavailable(
        ("A hub runs on this data directory already: %s. Stop it first, or set hub.data-dir of this"
                + " one to another directory.")
            .formatted(dataDir.toAbsolutePath()),
        null);
  }

  private static void release(Path file, FileChannel channel) throws IOException {
    try {
      if (channel != null) {
        channel.close();
      }
    } finally {
      HELD.remove(file);
    }
  }

  /** The file stays: another hub may have opened it already. */
  @Override
  public void close() throws IOException {
    release(file, channel);
  }
}
