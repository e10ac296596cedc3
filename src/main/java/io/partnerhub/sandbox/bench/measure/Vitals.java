package io.partnerhub.sandbox.bench.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What a running hub says of itself over JMX: its memory, its threads, and its account. */
public final class Vitals implements AutoCloseable {

  private static final double MEGABYTE = 1L << 20;

  private final JMXConnector connector;
  private final MBeanServerConnection server;

  private Vitals(JMXConnector connector) throws IOException {
    this.connector = connector;
    this.server = connector.getMBeanServerConnection();
  }

  static Vitals of(int port) throws IOException {
    String url = "service:jmx:rmi:///jndi/rmi://127.0.0.1:" + port + "/jmxrmi";
    return new Vitals(JMXConnectorFactory.connect(new JMXServiceURL(url), Map.of()));
  }

  /** What is left of the heap after a full collection, which this makes. */
  public double liveMegabytes() throws IOException {
    MemoryMXBean memory =
        ManagementFactory.newPlatformMXBeanProxy(
            server, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed() / MEGABYTE;
  }

  public int threads() throws IOException {
    return ManagementFactory.newPlatformMXBeanProxy(
            server, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class)
        .getThreadCount();
  }

  /**
   * What became of all changes, of all types and for all systems, as {@code hub status --changes}
   * shows it: observed, lost, and each other end by its name.
   */
  public Map<String, Long> changes() throws IOException {
    Map<String, Long> sums = new TreeMap<>();
    try {
      CompositeData counts =
          (CompositeData) server.getAttribute(new ObjectName("io.partnerhub:type=Sync"), "Changes");
      for (Object row : ((TabularData) counts.get("changes")).values()) {
        CompositeData account = (CompositeData) row;
        for (String name : account.getCompositeType().keySet()) {
          if (account.get(name) instanceof Long count) {
            sums.merge(name, count, Long::sum);
          }
        }
      }
    } catch (JMException e) {
      throw new IllegalStateException("The hub gives no account of the changes it observed", e);
    }
    return sums;
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
