package io.partnerhub.store;

import io.partnerhub.mapping.FileTrouble;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL server of the hub's own, on loopback, with its data in the hub's data directory. */
final class EmbeddedServer implements AutoCloseable {

  private static final Duration STOP = Duration.ofSeconds(10);

  private final EmbeddedPostgres postgres;
  private final String password;
  private final DataDirLock lock;

  private EmbeddedServer(EmbeddedPostgres postgres, String password, DataDirLock lock) {
    this.postgres = postgres;
    this.password = password;
    this.lock = lock;
  }

  static EmbeddedServer start(Path dataDir) {
    Path cluster = dataDir.resolve("postgres").toAbsolutePath();
    try {
      Files.createDirectories(cluster);
      return start(dataDir, cluster, DataDirLock.take(dataDir));
    } catch (FileSystemException e) {
      throw new StoreUnavailable(
          "The embedded store cannot keep its data in %s: %s (%s). Let the hub's user write there, or set hub.data-dir to another directory"
              .formatted(cluster, FileTrouble.of(e), e.getFile()),
          e);
    } catch (IOException | SQLException e) {
      throw new StoreUnavailable(
          "The embedded store could not be started in " + cluster + ": " + e.getMessage(), e);
    }
  }

  /** Under the lock, so that a server that runs is a leftover and not another hub's. */
  private static EmbeddedServer start(Path dataDir, Path cluster, DataDirLock lock)
      throws IOException, SQLException {
    try {
      stopLeftOver(cluster);
      StorePassword password = new StorePassword(dataDir);
      EmbeddedPostgres postgres = server(cluster, password);
      return new EmbeddedServer(guarded(postgres, password, cluster), password.value(), lock);
    } catch (IOException | SQLException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static EmbeddedPostgres server(Path cluster, StorePassword password) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(cluster)
        .setCleanDataDirectory(false)
        // Closed by the hub, after its routes: a hook of its own would end it under them.
        .setRegisterShutdownHook(false)
        // After a power cut it reads up to max_wal_size again before it answers.
        .setPGStartupWait(Duration.ofMinutes(1))
        // The library turns both off, for tests: an intent must outlive a power cut.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("shared_buffers", "128MB")
        .setServerConfig("max_connections", "40")
        // A first sync fits between two checkpoints: each would write whole pages anew.
        .setServerConfig("max_wal_size", "1GB")
        .setServerConfig("checkpoint_timeout", "15min")
        .setServerConfig("wal_buffers", "16MB") // of a whole page's transaction
        .setConnectConfig("connectTimeout", "5")
        .setConnectConfig("password", password.value())
        .start();
  }

  private static EmbeddedPostgres guarded(
      EmbeddedPostgres postgres, StorePassword password, Path cluster)
      throws IOException, SQLException {
    try {
      password.require(postgres.getPostgresDatabase(), cluster);
      return postgres;
    } catch (IOException | SQLException | RuntimeException e) {
      postgres.close();
      throw e;
    }
  }

  String password() {
    return password;
  }

  String jdbcUrl() {
    return postgres.getJdbcUrl("postgres", "postgres");
  }

  /** A hub that was killed leaves its server running: the data directory names its process. */
  private static void stopLeftOver(Path cluster) throws IOException {
    Path pidFile = cluster.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    List<String> lines = Files.readAllLines(pidFile);
    Optional<ProcessHandle> server =
        lines.isEmpty()
            ? Optional.empty()
            : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive);
    if (server.filter(p -> isServerOf(p, cluster)).isPresent()) {
      stop(server.get());
    } else {
      Files.deleteIfExists(pidFile);
    }
  }

  private static boolean isServerOf(ProcessHandle process, Path cluster) {
    return process.info().commandLine().filter(c -> c.contains(cluster.toString())).isPresent();
  }

  private static void stop(ProcessHandle server) throws IOException {
    server.destroy();
    try {
      server.onExit().get(STOP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(
          "PostgreSQL of an earlier run (process "
              + server.pid()
              + ") does not stop: end it, then start again",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while an earlier PostgreSQL was stopping", e);
    }
  }

  @Override
  public void close() {
    try (lock) {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded store could not be stopped", e);
    }
  }
}
