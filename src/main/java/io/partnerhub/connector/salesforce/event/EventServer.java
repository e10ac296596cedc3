package io.partnerhub.connector.salesforce.event;

import java.util.Set;

/** Where the Pub/Sub API is; in plain text only on this machine itself, else by TLS. */
public record EventServer(String host, int port) {

  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  boolean isThisMachine() {
    return THIS_MACHINE.contains(host);
  }
}
