package io.partnerhub.ops.jmx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.rmi.AlreadyBoundException;
import java.rmi.NoSuchObjectException;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.RMIClientSocketFactory;
import java.rmi.server.UnicastRemoteObject;
import java.util.HashMap;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.remote.JMXConnectorServer;
import javax.management.remote.JMXServiceURL;
import javax.management.remote.rmi.RMIConnectorServer;
import javax.net.ssl.SSLContext;
import javax.rmi.ssl.SslRMIClientSocketFactory;

/**
 * Lets JMX clients in from elsewhere, by {@code host:port} as they usually want it: one port, with
 * a registry that gives out the hub's own connector and takes nothing.
 */
public final class RemoteConnector implements AutoCloseable {

  private static final String NAME = "jmxrmi";

  /**
   * Nothing but names comes into the registry: RMI lets any user of the machine put an object
   * there, which would be given the next password. Read by Java once, before its first registry.
   */
  private static final String FILTER_PROPERTY = "sun.rmi.registry.registryFilter";

  private static final String NAMES_ALONE = "maxbytes=1000;java.lang.String;!*";

  private final String host;
  private final int port;
  private final SSLContext tls;
  private final JmxUsers users;
  private final BoundSockets sockets;
  private JMXConnectorServer connector;
  private Registry registry;

  /**
   * @param host the address to listen at, which clients must reach it by
   * @param tls null for none, which only the machine itself may use
   */
  public RemoteConnector(String host, int port, SSLContext tls, JmxUsers users) {
    this.host = host;
    this.port = port;
    this.tls = tls;
    this.users = users;
    this.sockets = new BoundSockets(host, tls);
  }

  /** Opens it for the MBeans of a server. */
  synchronized void start(MBeanServer server) {
    System.setProperty(FILTER_PROPERTY, NAMES_ALONE);
    RMIClientSocketFactory clients = tls == null ? null : new SslRMIClientSocketFactory();
    Map<String, Object> environment = new HashMap<>();
    environment.put(RMIConnectorServer.CREDENTIALS_FILTER_PATTERN, Admission.CREDENTIALS);
    environment.put(RMIConnectorServer.SERIAL_FILTER_PATTERN, Admission.ARGUMENTS);
    environment.put(JMXConnectorServer.AUTHENTICATOR, users);
    try {
      registry = LocateRegistry.createRegistry(port, clients, sockets);
      HostedServer rmi = new HostedServer(host, port, clients, sockets, environment);
      connector =
          new RMIConnectorServer(new JMXServiceURL("rmi", host, port), environment, rmi, server);
      connector.setMBeanServerForwarder(OnlyOurs.forwarder());
      connector.start();
      registry.bind(NAME, rmi.toStub());
    } catch (AlreadyBoundException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      close();
      throw new UncheckedIOException(
          "jmx.port cannot be opened at %s:%d: %s".formatted(host, port, e.getMessage()), e);
    }
  }

  /** Closes it; the same again does nothing. */
  @Override
  public synchronized void close() {
    try {
      if (connector != null) {
        connector.stop();
      }
      if (registry != null) {
        UnicastRemoteObject.unexportObject(registry, true);
      }
      sockets.close();
    } catch (NoSuchObjectException e) {
      throw new IllegalStateException("The JMX registry was closed already", e);
    } catch (IOException e) {
      throw new IllegalStateException("The JMX port cannot be closed", e);
    } finally {
      connector = null;
      registry = null;
    }
  }
}
