package io.partnerhub.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The hub's PostgreSQL, migrated and pooled; closing it also stops an embedded server. */
public final class Database implements AutoCloseable {

  private static final int CONNECTIONS = 8;

  private final EmbeddedServer server;
  private final HikariDataSource pool;

  private Database(EmbeddedServer server, HikariDataSource pool) {
    this.server = server;
    this.pool = pool;
  }

  /** Starts a PostgreSQL of the hub's own, with its data in a directory that outlives it. */
  public static Database embedded(java.nio.file.Path dataDir) {
    EmbeddedServer server = EmbeddedServer.start(dataDir);
    try {
      return new Database(server, open(server.jdbcUrl(), "postgres", server.password()));
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** Connects to an outside server. */
  public static Database at(String jdbcUrl, String user, String password) {
    return new Database(null, open(jdbcUrl, user, password));
  }

  public DataSource dataSource() {
    return pool;
  }

  /** Where it is, for people: without user or password. */
  public String address() {
    return pool.getJdbcUrl().replaceAll("\\?.*", "");
  }

  private static HikariDataSource open(String url, String user, String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setPoolName("store");
    config.addDataSourceProperty("ApplicationName", "partner-hub");
    HikariDataSource pool = connect(config);
    try {
      Flyway.configure().dataSource(pool).load().migrate();
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
    return pool;
  }

  private static HikariDataSource connect(HikariConfig config) {
    try {
      return new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException e) {
      throw new StoreUnavailable(
          "The store cannot be reached; check store.url, store.user and store.password: "
              + e.getMessage(),
          e);
    }
  }

  @Override
  public void close() {
    pool.close();
    if (server != null) {
      server.close();
    }
  }
}
