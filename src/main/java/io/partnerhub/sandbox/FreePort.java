package io.partnerhub.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A port of 127.0.0.1 that nobody listens on, for what must know its own address beforehand. */
public final class FreePort {

  /** Below what systems hand to outgoing connections, one of which could take it in between. */
  static final int LOWEST = 10_000;

  static final int BEYOND = 16_000;
  private static final int TRIES = 200;

  private FreePort() {}

  /** A port from {@link #LOWEST} on and below {@link #BEYOND}. */
  public static int find() {
    for (int tries = 0; tries < TRIES; tries++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException(
        "No free port on 127.0.0.1 among %d tries from %d to %d"
            .formatted(TRIES, LOWEST, BEYOND - 1));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false; // the question's other answer
    }
  }
}
