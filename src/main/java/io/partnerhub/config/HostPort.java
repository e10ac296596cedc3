package io.partnerhub.config;

import java.util.Set;

/**
 * Where to listen.
 *
 * @param port 0 for any that is free
 */
public record HostPort(String host, int port) {

  static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /** Whether only the machine itself reaches it. */
  public boolean isLoopback() {
    return LOOPBACK.contains(host);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
