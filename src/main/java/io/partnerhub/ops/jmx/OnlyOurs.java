package io.partnerhub.ops.jmx;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.remote.MBeanServerForwarder;

/**
 * What a remote caller may ask of the MBean server: to read and to invoke. Not to make MBeans,
 * which would run any class. The connector itself asks for class loaders, to read arguments; no
 * caller can. Who only looks may invoke nothing that acts.
 */
final class OnlyOurs implements InvocationHandler {

  private static final Set<String> ALLOWED =
      Set.of(
          "getMBeanInfo",
          "getAttribute",
          "getAttributes",
          "invoke",
          "getObjectInstance",
          "isInstanceOf",
          "isRegistered",
          "queryMBeans",
          "queryNames",
          "getDefaultDomain",
          "getDomains",
          "getMBeanCount",
          "addNotificationListener",
          "removeNotificationListener",
          "getClassLoader",
          "getClassLoaderFor",
          "getClassLoaderRepository");

  private MBeanServer server;

  private OnlyOurs() {}

  static MBeanServerForwarder forwarder() {
    return (MBeanServerForwarder)
        Proxy.newProxyInstance(
            OnlyOurs.class.getClassLoader(),
            new Class<?>[] {MBeanServerForwarder.class},
            new OnlyOurs());
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    switch (method.getName()) {
      case "getMBeanServer":
        return server;
      case "setMBeanServer":
        server = (MBeanServer) arguments[0];
        return null;
      default:
        if (!ALLOWED.contains(method.getName())) {
          throw new SecurityException(method.getName() + " is not offered by this hub");
        }
        if (method.getName().equals("invoke") && Caller.isMonitor()) {
          refuseActs((ObjectName) arguments[0], (String) arguments[1], (String[]) arguments[3]);
        }
        return call(method, arguments);
    }
  }

  /** Who only looks may ask questions. */
  private void refuseActs(ObjectName mbean, String name, String[] types) throws JMException {
    boolean isQuestion =
        Arrays.stream(server.getMBeanInfo(mbean).getOperations())
            .filter(o -> o.getName().equals(name))
            .filter(o -> OpenForm.signature(types(o)).equals(OpenForm.signature(types)))
            .anyMatch(o -> o.getImpact() == MBeanOperationInfo.INFO);
    if (!isQuestion) {
      throw new SecurityException(name + " needs the role control; yours is monitor");
    }
  }

  private static String[] types(MBeanOperationInfo operation) {
    return Arrays.stream(operation.getSignature())
        .map(MBeanParameterInfo::getType)
        .toArray(String[]::new);
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(server, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
