package io.partnerhub.ops.jmx;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.rmi.server.RMIServerSocketFactory;
import java.util.ArrayList;
import java.util.List;

/** Server sockets of 127.0.0.1; RMI never closes one of a free port, so this does. */
final class LoopbackSockets implements RMIServerSocketFactory, AutoCloseable {

  static final String HOST = "127.0.0.1";

  private final List<ServerSocket> sockets = new ArrayList<>();

  @Override
  public synchronized ServerSocket createServerSocket(int port) throws IOException {
    ServerSocket socket = new ServerSocket(port, 0, InetAddress.getByName(HOST));
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
