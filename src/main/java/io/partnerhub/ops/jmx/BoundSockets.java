package io.partnerhub.ops.jmx;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.rmi.server.RMIServerSocketFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** Server sockets of one address, with or without TLS; RMI never closes some, so this does. */
final class BoundSockets implements RMIServerSocketFactory, AutoCloseable {

  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private final String host;
  private final SSLContext tls;
  private final List<ServerSocket> sockets = new ArrayList<>();

  /**
   * @param tls null for none
   */
  BoundSockets(String host, SSLContext tls) {
    this.host = host;
    this.tls = tls;
  }

  @Override
  public synchronized ServerSocket createServerSocket(int port) throws IOException {
    InetAddress address = InetAddress.getByName(host);
    ServerSocket socket =
        tls == null
            ? new ServerSocket(port, 0, address)
            : tls.getServerSocketFactory().createServerSocket(port, 0, address);
    if (socket instanceof SSLServerSocket secure) {
      secure.setEnabledProtocols(PROTOCOLS);
    }
    sockets.add(socket);
    return socket;
  }

  @Override
  public synchronized void close() throws IOException {
    for (ServerSocket socket : sockets) {
      socket.close();
    }
    sockets.clear();
  }
}
