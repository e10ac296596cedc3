package io.partnerhub.intake;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How long each open connection may still take. Bytes buy no time. Only the server's one event
 * thread comes here.
 */
final class Connections {

  private static final long NONE = -1;

  private final Vertx vertx;
  private final long patience;
  private final Map<HttpConnection, Deadline> deadlines = new IdentityHashMap<>();

  /**
   * @param nanos when it is over
   * @param timer that waits for it
   */
  private record Deadline(long nanos, long timer) {}

  /**
   * @param patience from one answer of a connection, or from its beginning, to the end of its next
   *     request
   */
  Connections(Vertx vertx, Duration patience) {
    this.vertx = vertx;
    this.patience = patience.toNanos();
  }

  /** A new one. */
  void open(HttpConnection connection) {
    connection.exceptionHandler(broken -> {}); // there is nobody left to tell
    deadlines.put(connection, new Deadline(0, NONE));
    connection.closeHandler(
        closed -> {
          wait(connection);
          deadlines.remove(connection);
        });
    closeLater(connection);
  }

  /** Unless its next request is complete in time, it is closed. */
  void closeLater(HttpConnection connection) {
    by(connection, System.nanoTime() + patience, connection::close);
  }

  /** Unless its request is complete by then, this is done and it is not just closed. */
  void instead(HttpConnection connection, Runnable late) {
    Deadline same = deadlines.get(connection);
    if (same != null) {
      by(connection, same.nanos, late);
    }
  }

  private void by(HttpConnection connection, long nanos, Runnable late) {
    wait(connection);
    long millis = TimeUnit.NANOSECONDS.toMillis(nanos - System.nanoTime());
    deadlines.computeIfPresent(
        connection,
        (c, old) -> new Deadline(nanos, vertx.setTimer(Math.max(1, millis), timer -> late.run())));
  }

  /** As long as the hub itself is at work on a request. */
  void wait(HttpConnection connection) {
    Deadline deadline = deadlines.get(connection);
    if (deadline != null) {
      vertx.cancelTimer(deadline.timer);
    }
  }
}
