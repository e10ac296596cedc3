package io.partnerhub.sandbox.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands between a hub and PostgreSQL, and tells of every COMMIT, and of every statement that
 * commits itself, before it is sent and answered.
 */
final class CommitProxy implements AutoCloseable {

  private final ServerSocket door;
  private final int server;
  private final Executioner executioner;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  /**
   * @param server PostgreSQL's port on this machine
   */
  CommitProxy(int server, Executioner executioner) throws IOException {
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.server = server;
    this.executioner = executioner;
    daemon(this::letIn);
  }

  int port() {
    return door.getLocalPort();
  }

  private void letIn() {
    try {
      while (true) {
        Socket hub = door.accept();
        Socket postgres = new Socket(InetAddress.getLoopbackAddress(), server);
        hub.setTcpNoDelay(true);
        postgres.setTcpNoDelay(true);
        sockets.add(hub);
        sockets.add(postgres);
        CommitConversation talk = new CommitConversation(hub, postgres, executioner);
        daemon(talk::questions);
        daemon(talk::answers);
      }
    } catch (IOException e) {
      // the door was closed
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "commit-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  /** What a killed hub left open is closed, as its machine's kernel would. */
  void hangUp() {
    sockets.forEach(CommitProxy::close);
    sockets.clear();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    hangUp();
  }
}
