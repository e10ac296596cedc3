package io.partnerhub.ops.jmx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.remote.JMXAuthenticator;
import javax.management.remote.JMXConnectorServer;
import javax.management.remote.JMXPrincipal;
import javax.management.remote.JMXServiceURL;
import javax.management.remote.rmi.RMIConnectorServer;
import javax.security.auth.Subject;

/**
 * Lets commands of the same user into a running hub: a JMX connector on a free port of 127.0.0.1,
 * opened by a token that only the {@link AccessFile} holds. There is no RMI registry, in which
 * another user of the machine could put an object of his own to be given the token.
 */
public final class LoopbackConnector implements AutoCloseable {

  private static final String DOMAIN = "io.partnerhub";
  private static final int TOKEN_BYTES = 32;

  private static final String HOST = "127.0.0.1";

  private final MBeanServer server = MBeanServerFactory.newMBeanServer(DOMAIN);
  private final Map<ObjectName, DescribedMBean> mbeansByName = new HashMap<>();
  private final List<ObjectName> published = new ArrayList<>();
  private final AccessFile file;
  private final Map<String, Object> mbeans;
  private final Predicate<Throwable> outage;
  private final BoundSockets sockets = new BoundSockets(HOST, null);
  private final Optional<RemoteConnector> remote;
  private JMXConnectorServer connector;
  private AccessFile.Access access;

  /**
   * @param dataDir the hub's data directory, where commands look for it
   * @param mbeans objects with {@link Exposed} methods, by the type in their names
   * @param outage whether a fault came about as the store could not be reached
   * @param remote another way to the same MBeans, for clients elsewhere
   */
  public LoopbackConnector(
      Path dataDir,
      Map<String, Object> mbeans,
      Predicate<Throwable> outage,
      Optional<RemoteConnector> remote) {
    this.file = new AccessFile(dataDir);
    this.mbeans = Map.copyOf(mbeans);
    this.outage = outage;
    this.remote = remote;
  }

  private void register(String type, Object mbean) {
    DescribedMBean described = new DescribedMBean(mbean, outage);
    mbeansByName.put(name(type), described);
    register(server, name(type), described);
  }

  private static void register(MBeanServer where, ObjectName name, DescribedMBean mbean) {
    try {
      where.registerMBean(mbean, name);
    } catch (JMException e) {
      throw new IllegalStateException("The MBean " + name + " cannot be registered", e);
    }
  }

  /** For a JConsole of the same user, and for a Java that was started with remote JMX. */
  private void publish() {
    MBeanServer platform = ManagementFactory.getPlatformMBeanServer();
    mbeansByName.forEach(
        (name, mbean) -> {
          if (!platform.isRegistered(name)) { // the first hub of a Java, where tests have several
            register(platform, name, mbean);
            published.add(name);
          }
        });
  }

  private void unpublish() {
    MBeanServer platform = ManagementFactory.getPlatformMBeanServer();
    for (ObjectName name : published) {
      try {
        platform.unregisterMBean(name);
      } catch (JMException e) {
        throw new IllegalStateException("The MBean " + name + " cannot be taken away", e);
      }
    }
    published.clear();
  }

  /** The name of an MBean of the hub. */
  public static ObjectName name(String type) {
    try {
      return new ObjectName(DOMAIN, "type", type);
    } catch (JMException e) {
      throw new IllegalArgumentException(type, e);
    }
  }

  /** Opens it once, and writes the access file. */
  public synchronized void start() {
    mbeans.forEach(this::register);
    System.setProperty("java.rmi.server.randomIDs", "true");
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    String token = HexFormat.of().formatHex(random);
    try {
      Map<String, Object> environment = environment(token);
      connector =
          new RMIConnectorServer(
              new JMXServiceURL("rmi", HOST, 0),
              environment,
              new HostedServer(HOST, 0, null, sockets, environment),
              server);
      connector.setMBeanServerForwarder(OnlyOurs.forwarder());
      connector.start();
      access = new AccessFile.Access(connector.getAddress().toString(), token);
      file.write(access);
      publish();
      remote.ifPresent(r -> r.start(server));
    } catch (IOException e) {
      throw new UncheckedIOException("The JMX connector cannot be opened on 127.0.0.1", e);
    }
  }

  private Map<String, Object> environment(String token) {
    Map<String, Object> environment = new HashMap<>();
    environment.put(RMIConnectorServer.CREDENTIALS_FILTER_PATTERN, Admission.CREDENTIALS);
    environment.put(RMIConnectorServer.SERIAL_FILTER_PATTERN, Admission.ARGUMENTS);
    environment.put(JMXConnectorServer.AUTHENTICATOR, authenticator(token));
    return environment;
  }

  private static JMXAuthenticator authenticator(String token) {
    byte[] expected = token.getBytes(StandardCharsets.US_ASCII);
    return credentials -> {
      if (credentials instanceof String[] pair
          && pair.length == 2
          && pair[0] != null
          && pair[1] != null
          && MessageDigest.isEqual(expected, pair[1].getBytes(StandardCharsets.UTF_8))) {
        Subject subject = new Subject();
        subject.getPrincipals().add(new JMXPrincipal(pair[0]));
        return subject;
      }
      throw new SecurityException("Refused: the password is not this hub's token");
    };
  }

  /** Closes it, and takes the access file away; the same again does nothing. */
  @Override
  public synchronized void close() {
    if (connector == null) {
      return;
    }
    if (access != null) { // its start may have failed before
      file.remove(access);
    }
    unpublish();
    remote.ifPresent(RemoteConnector::close);
    try {
      connector.stop();
      sockets.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The JMX connector cannot be closed", e);
    } finally {
      connector = null;
    }
  }
}
