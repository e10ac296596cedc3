package io.partnerhub.intake;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Counts connections from the moment that they are there: Vert.x tells of one only after its TLS
 * handshake, which whoever says nothing never begins.
 */
@Sharable
final class Turnstile extends ChannelInboundHandlerAdapter {

  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");

  private final DoorSettings.Limits limits;
  private final Map<String, Integer> byAddress = new HashMap<>();
  private int open;

  Turnstile(DoorSettings.Limits limits) {
    this.limits = limits;
  }

  /** Vert.x with one before each of its servers; its own builder alone takes a transport. */
  static Vertx before(VertxOptions options, DoorSettings.Limits limits) {
    Turnstile turnstile = new Turnstile(limits);
    JDKTransport counted =
        new JDKTransport() {
          @Override
          public void configure(
              NetServerOptions server, boolean isFile, ServerBootstrap bootstrap) {
            super.configure(server, isFile, bootstrap);
            bootstrap.handler(turnstile);
          }
        };
    return new VertxBuilder(options).findTransport(counted).init().vertx();
  }

  /** Called with each connection that was accepted, before anything is read of it. */
  @Override
  public void channelRead(ChannelHandlerContext context, Object accepted) {
    Channel connection = (Channel) accepted;
    String address = address(connection);
    if (!enter(address)) {
      connection.unsafe().closeForcibly(); // it belongs to no event thread yet
      return;
    }
    connection.closeFuture().addListener(closed -> leave(address));
    context.fireChannelRead(accepted);
  }

  private static String address(Channel connection) {
    return connection.remoteAddress() instanceof InetSocketAddress from
        ? from.getAddress().getHostAddress()
        : ""; // it is gone already
  }

  private synchronized boolean enter(String address) {
    if (open >= limits.connections() || isTooMany(address)) {
      return false;
    }
    open++;
    byAddress.merge(address, 1, Integer::sum);
    return true;
  }

  private boolean isTooMany(String address) {
    return !THIS_MACHINE.contains(address) && byAddress.getOrDefault(address, 0) >= limits.ofOne();
  }

  private synchronized void leave(String address) {
    open--;
    byAddress.computeIfPresent(address, (a, n) -> n == 1 ? null : n - 1);
  }
}
