package io.partnerhub;

import io.partnerhub.cli.CommandFailure;
import io.partnerhub.cli.ExitCode;
import io.partnerhub.cli.RunningHub;
import io.partnerhub.ops.jmx.LoopbackConnector;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Arrays;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanException;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;

/** A running hub at the other end of a JMX connection. */
final class JmxHub implements RunningHub {

  private final JMXConnector connector;

  JmxHub(JMXConnector connector) {
    this.connector = connector;
  }

  @Override
  public Object attribute(String mbean, String attribute) {
    return ask(mbean, server -> server.getAttribute(LoopbackConnector.name(mbean), attribute));
  }

  @Override
  public Object invoke(String mbean, String operation, Object... arguments) {
    String[] types =
        Arrays.stream(arguments)
            .map(a -> a instanceof Number ? a.getClass().getName() : String.class.getName())
            .toArray(String[]::new);
    return ask(
        mbean, server -> server.invoke(LoopbackConnector.name(mbean), operation, arguments, types));
  }

  private interface Question {
    Object to(MBeanServerConnection server) throws JMException, IOException;
  }

  private Object ask(String mbean, Question question) {
    try {
      return question.to(connector.getMBeanServerConnection());
    } catch (InstanceNotFoundException e) {
      throw new CommandFailure(
          ExitCode.UNAVAILABLE, "What answers is no hub: it has no MBean " + mbean + ".", e);
    } catch (SecurityException e) {
      throw new CommandFailure(ExitCode.WRONG_INPUT, "Refused: " + e.getMessage() + ".", e);
    } catch (MBeanException e) {
      throw refused(e);
    } catch (JMException e) {
      throw new IllegalStateException("The hub is of another version", e);
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.UNAVAILABLE, "The hub stopped before it answered.", e);
    }
  }

  private static RuntimeException refused(MBeanException e) {
    if (e.getCause() instanceof ConnectException away) {
      return new CommandFailure(ExitCode.UNAVAILABLE, away.getMessage(), e);
    }
    return e.getCause() instanceof IllegalArgumentException refusal
        ? new CommandFailure(ExitCode.WRONG_INPUT, refusal.getMessage(), e)
        : new IllegalStateException(e.getCause().getMessage(), e);
  }

  @Override
  public void close() {
    try {
      connector.close();
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.UNAVAILABLE, "The hub stopped before it answered.", e);
    }
  }
}
