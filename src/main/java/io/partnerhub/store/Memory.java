package io.partnerhub.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.postgresql.PGConnection;

/**
 * What is remembered of the server's rows. It begins anew with every connection that is new: the
 * server may have crashed and lost its last transactions, whose numbers others then have.
 */
final class Memory {

  private final Set<PGConnection> connections = Collections.newSetFromMap(new WeakHashMap<>());
  private Remembered rows = new Remembered();

  synchronized Remembered on(Connection connection) {
    try {
      if (connections.add(connection.unwrap(PGConnection.class))) {
        rows = new Remembered();
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("The store is no PostgreSQL", e);
    }
  }
}
