package io.partnerhub.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One PostgreSQL server for all tests of a JVM, which ends with it: each asks for a database of its
 * own, migrated already. It outlives every hub and no power cut, so that it waits for no disk.
 */
public final class TestServer {

  public static final String USER = "postgres";

  private static final String TEMPLATE = "migrated";
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final EmbeddedPostgres POSTGRES = start();

  private TestServer() {}

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "off")
              .setServerConfig("max_connections", "100")
              .start();
      execute(postgres, "create database " + TEMPLATE);
      Database.at(postgres.getJdbcUrl(USER, TEMPLATE), USER, null).close();
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes an empty store; gives its JDBC URL, to be opened as {@link #USER} without a password. */
  public static String newStore() {
    String name = "store" + DATABASES.incrementAndGet();
    execute(POSTGRES, "create database " + name + " template " + TEMPLATE);
    return "jdbc:postgresql://localhost:" + POSTGRES.getPort() + "/" + name;
  }

  private static synchronized void execute(EmbeddedPostgres postgres, String sql) {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL of the tests refused: " + sql, e);
    }
  }
}
