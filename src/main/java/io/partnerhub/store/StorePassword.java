package io.partnerhub.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.sql.DataSource;

/**
 * Keeps other users of the machine out of the embedded store: it listens on loopback, where they
 * can connect too. The password lies beside the data, readable by the hub's own user alone.
 */
final class StorePassword {

  private static final int BYTES = 24;
  private static final String RULES = "host all all samehost scram-sha-256\n";

  private final Path file;

  StorePassword(Path dataDir) {
    this.file = dataDir.resolve("store.password");
  }

  /** The password; made up on first use. */
  String value() {
    try {
      if (!Files.exists(file) || Files.size(file) == 0) {
        make();
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("The store's password cannot be kept in " + file, e);
    }
  }

  /** Whole or not at all: a kill leaves no file that holds no password. */
  private void make() throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    Path half = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(half);
    Files.createFile(
        half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(half, HexFormat.of().formatHex(random), StandardOpenOption.WRITE);
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Has the server ask for it from now on; the same again changes nothing. */
  void require(DataSource server, Path cluster) throws IOException, SQLException {
    Path rules = cluster.resolve("pg_hba.conf");
    if (Files.readString(rules).equals(RULES)) {
      return;
    }
    try (Connection connection = server.getConnection();
        Statement statement = connection.createStatement()) {
      // Hexadecimal digits only, so that nothing can be quoted wrongly.
      statement.execute("alter user postgres password '" + value() + "'");
      Files.writeString(rules, RULES);
      statement.execute("select pg_reload_conf()");
    }
  }
}
