package io.partnerhub.intake;

import java.time.Duration;
import javax.net.ssl.X509KeyManager;

/**
 * Where the door is, and how much it lets in.
 *
 * @param port 0 for any that is free
 * @param key the hub's key and certificate for TLS; null for none
 * @param limits how much at once
 */
public record DoorSettings(String host, int port, X509KeyManager key, Limits limits) {

  /**
   * How much at once.
   *
   * @param patience longest from one answer of a connection, or from its beginning, to the end of
   *     its next request, however many bytes come meanwhile
   * @param connections open ones
   * @param ofOne open ones of one address; those of this machine, which is where a proxy is, have
   *     no such limit
   * @param requests of one path that are read or worked on at one time
   * @param perSecond requests of one path
   * @param longest body of a request, in bytes
   * @param bytes of the bodies of all requests that are read or worked on
   */
  public record Limits(
      Duration patience,
      int connections,
      int ofOne,
      int requests,
      int perSecond,
      int longest,
      long bytes) {}
}
