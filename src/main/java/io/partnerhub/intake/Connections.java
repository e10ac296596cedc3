package io.partnerhub.intake;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The open connections: how many there are, and how long each may still take. Bytes buy no time.
 * Only the server's one event thread comes here.
 */
final class Connections {

  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");

  private final Vertx vertx;
  private final DoorSettings.Limits limits;
  private final Map<HttpConnection, Long> timers = new IdentityHashMap<>();
  private final Map<String, Integer> byAddress = new HashMap<>();

  Connections(Vertx vertx, DoorSettings.Limits limits) {
    this.vertx = vertx;
    this.limits = limits;
  }

  /** Takes a new one, or closes it. */
  void open(HttpConnection connection) {
    connection.exceptionHandler(broken -> {}); // there is nobody left to tell
    String address = connection.remoteAddress().hostAddress();
    if (timers.size() >= limits.connections() || isTooMany(address)) {
      connection.close();
      return;
    }
    byAddress.merge(address, 1, Integer::sum);
    timers.put(connection, -1L);
    connection.closeHandler(closed -> forget(connection, address));
    closeLater(connection);
  }

  private boolean isTooMany(String address) {
    return !THIS_MACHINE.contains(address) && byAddress.getOrDefault(address, 0) >= limits.ofOne();
  }

  private void forget(HttpConnection connection, String address) {
    vertx.cancelTimer(timers.remove(connection));
    byAddress.computeIfPresent(address, (a, n) -> n == 1 ? null : n - 1);
  }

  /** Unless its next request begins in time, it is closed. */
  void closeLater(HttpConnection connection) {
    deadline(connection, connection::close);
  }

  /** Unless it is called again in time, this is done. */
  void deadline(HttpConnection connection, Runnable late) {
    wait(connection);
    timers.computeIfPresent(
        connection, (c, old) -> vertx.setTimer(limits.patience().toMillis(), timer -> late.run()));
  }

  /** As long as the hub itself is at work on a request. */
  void wait(HttpConnection connection) {
    vertx.cancelTimer(timers.getOrDefault(connection, -1L));
  }
}
