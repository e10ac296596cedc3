package io.partnerhub.sandbox.salesforce.pubsub;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Serves a bus on a port of 127.0.0.1, in plain text. It gives each subscriber a sign of life every
 * so often, by the machine's time, unless the bus is silent on command.
 */
public final class PubSubServer implements AutoCloseable {

  /** Of the real service: a subscriber hears within 270 seconds (Pub/Sub API, FetchResponse). */
  public static final Duration KEEPALIVE = Duration.ofSeconds(270);

  private final Server server;
  private final ScheduledExecutorService timer;

  private PubSubServer(Server server, ScheduledExecutorService timer) {
    this.server = server;
    this.timer = timer;
  }

  /**
   * Starts it.
   *
   * @param isOpen whether an access token is of an open session
   * @param tenant the org's 18-character id, which clients must name
   * @param port 0 takes a free one
   * @param keepalive longest that a subscriber hears nothing; more than zero
   * @throws IOException when the port is taken or not allowed
   */
  public static PubSubServer start(
      Bus bus, Predicate<String> isOpen, String tenant, int port, Duration keepalive)
      throws IOException {
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", port))
            .intercept(new SignIn(isOpen, tenant))
            .addService(new PubSubApi(bus, tenant))
            .build()
            .start();
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "pubsub-keepalive-" + server.getPort());
              thread.setDaemon(true);
              return thread;
            });
    timer.scheduleAtFixedRate(
        bus::keepAlive, keepalive.toMillis(), keepalive.toMillis(), TimeUnit.MILLISECONDS);
    return new PubSubServer(server, timer);
  }

  public int port() {
    return server.getPort();
  }

  /** Breaks all connections off. */
  @Override
  public void close() {
    timer.shutdownNow();
    server.shutdownNow();
  }
}
