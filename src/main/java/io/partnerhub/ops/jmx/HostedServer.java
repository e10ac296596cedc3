package io.partnerhub.ops.jmx;

import java.io.IOException;
import java.rmi.server.RMIClientSocketFactory;
import java.rmi.server.RMIServerSocketFactory;
import java.util.Map;
import javax.management.remote.rmi.RMIConnection;
import javax.management.remote.rmi.RMIJRMPServerImpl;
import javax.security.auth.Subject;

/**
 * An RMI server whose references bear a host of its own. RMI takes that from a system property at
 * the moment of each export, and one Java may have two such servers.
 */
final class HostedServer extends RMIJRMPServerImpl {

  private static final String PROPERTY = "java.rmi.server.hostname";

  private final String host;

  HostedServer(
      String host,
      int port,
      RMIClientSocketFactory clients,
      RMIServerSocketFactory sockets,
      Map<String, ?> environment)
      throws IOException {
    super(port, clients, sockets, environment);
    this.host = host;
  }

  private interface Export<T> {
    T made() throws IOException;
  }

  @Override
  protected void export() throws IOException {
    underItsHost(
        () -> {
          super.export();
          return null;
        });
  }

  @Override
  protected RMIConnection makeClient(String connectionId, Subject subject) throws IOException {
    return underItsHost(() -> super.makeClient(connectionId, subject));
  }

  private <T> T underItsHost(Export<T> export) throws IOException {
    synchronized (HostedServer.class) {
      System.setProperty(PROPERTY, host);
      return export.made();
    }
  }
}
