package io.partnerhub.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.jdbi.v3.core.ConnectionException;

/** Tells faults of a store that is away from faults of what it was asked. */
public final class Outage {

  /** SQLSTATE: the connection failed, or the server is stopping, starting or gone. */
  private static final String CONNECTION = "08";

  private static final String SERVER = "57P";
  private static final int DEEPEST = 20;

  private Outage() {}

  /** Whether a fault came about as the store could not be reached. */
  public static boolean isCauseOf(Throwable fault) {
    return Stream.iterate(fault, f -> f != null, Throwable::getCause)
        .limit(DEEPEST)
        .anyMatch(Outage::isOne);
  }

  private static boolean isOne(Throwable fault) {
    if (fault instanceof ConnectionException || fault instanceof SQLTransientConnectionException) {
      return true;
    }
    String state = fault instanceof SQLException sql ? sql.getSQLState() : null;
    return state != null && (state.startsWith(CONNECTION) || state.startsWith(SERVER));
  }
}
