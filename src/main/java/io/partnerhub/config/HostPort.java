package io.partnerhub.config;

/**
 * Where to listen.
 *
 * @param port 0 for any that is free
 */
public record HostPort(String host, int port) {

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
