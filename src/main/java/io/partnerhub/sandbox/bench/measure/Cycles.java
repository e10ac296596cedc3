package io.partnerhub.sandbox.bench.measure;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** How often the hub has polled each system, as its routes count it. */
public final class Cycles implements AutoCloseable {

  private final JMXConnector connector;
  private final MBeanServerConnection server;

  private Cycles(JMXConnector connector) throws IOException {
    this.connector = connector;
    this.server = connector.getMBeanServerConnection();
  }

  static Cycles of(int port) throws IOException {
    String url = "service:jmx:rmi:///jndi/rmi://127.0.0.1:" + port + "/jmxrmi";
    return new Cycles(JMXConnectorFactory.connect(new JMXServiceURL(url), Map.of()));
  }

  /** Polls of a system that ended. */
  long ended(String system) {
    return count(system, "ExchangesCompleted");
  }

  /** Whether none is under way. */
  boolean areAtRest(String system) {
    return count(system, "ExchangesInflight") == 0;
  }

  private long count(String system, String what) {
    try {
      Set<ObjectName> routes =
          server.queryNames(
              new ObjectName("org.apache.camel:type=routes,name=\"pull-" + system + "\",*"), null);
      if (routes.size() != 1) {
        throw new IllegalStateException("The hub has no route pull-" + system);
      }
      return (Long) server.getAttribute(routes.iterator().next(), what);
    } catch (JMException | IOException e) {
      throw new IllegalStateException("The hub does not tell how often it polled " + system, e);
    }
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
