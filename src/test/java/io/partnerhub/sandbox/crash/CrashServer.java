package io.partnerhub.sandbox.crash;

import io.partnerhub.store.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A PostgreSQL server that outlives every hub, with a database of its own for each seed. */
final class CrashServer implements AutoCloseable {

  static final String USER = "postgres";
  private static final String TEMPLATE = "migrated";

  private final EmbeddedPostgres postgres;

  private CrashServer(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  static CrashServer start() throws IOException, SQLException {
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off") // the hub is killed, the server never
            .setServerConfig("max_connections", "100")
            .start();
    CrashServer server = new CrashServer(postgres);
    server.execute("create database " + TEMPLATE);
    Database.at(postgres.getJdbcUrl(USER, TEMPLATE), USER, null).close();
    return server;
  }

  int port() {
    return postgres.getPort();
  }

  /** Makes an empty store. */
  void create(String database) throws SQLException {
    execute("create database " + database + " template " + TEMPLATE);
  }

  void drop(String database) throws SQLException {
    execute("drop database if exists " + database + " with (force)");
  }

  DataSource dataSource(String database) {
    return postgres.getDatabase(USER, database);
  }

  private synchronized void execute(String sql) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
