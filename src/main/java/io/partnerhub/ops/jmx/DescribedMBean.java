package io.partnerhub.ops.jmx;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.ConnectException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.MBeanException;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.ReflectionException;
import javax.management.openmbean.OpenMBeanAttributeInfo;
import javax.management.openmbean.OpenMBeanAttributeInfoSupport;
import javax.management.openmbean.OpenMBeanInfoSupport;
import javax.management.openmbean.OpenMBeanOperationInfo;
import javax.management.openmbean.OpenMBeanOperationInfoSupport;
import javax.management.openmbean.OpenMBeanParameterInfo;
import javax.management.openmbean.OpenMBeanParameterInfoSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes an MBean of an object: its {@link Exposed} methods, with the sentences of {@link
 * Described}. Results and faults travel as classes of Java alone.
 */
final class DescribedMBean implements DynamicMBean {

  private static final Logger LOG = LoggerFactory.getLogger(DescribedMBean.class);

  private final Object target;
  private final Predicate<Throwable> outage;
  private final Map<String, Method> attributes;
  private final Map<String, Method> operations;
  private final MBeanInfo info;

  /**
   * @param outage whether a fault came about as the store could not be reached
   */
  DescribedMBean(Object target, Predicate<Throwable> outage) {
    this.target = target;
    this.outage = outage;
    this.attributes =
        exposed(as -> as == Exposed.As.ATTRIBUTE).collect(byName(m -> capitalised(m.getName())));
    this.operations =
        exposed(as -> as != Exposed.As.ATTRIBUTE).collect(byName(DescribedMBean::signature));
    this.info =
        new OpenMBeanInfoSupport(
            target.getClass().getName(),
            OpenForm.description(target.getClass()),
            attributes.values().stream()
                .map(DescribedMBean::attributeInfo)
                .toArray(OpenMBeanAttributeInfo[]::new),
            null,
            operations.values().stream()
                .map(DescribedMBean::operationInfo)
                .toArray(OpenMBeanOperationInfo[]::new),
            null);
  }

  @Override
  public MBeanInfo getMBeanInfo() {
    return info;
  }

  @Override
  public Object getAttribute(String name) throws AttributeNotFoundException, MBeanException {
    Method method = attributes.get(name);
    if (method == null) {
      throw new AttributeNotFoundException(name);
    }
    return call(method);
  }

  @Override
  public AttributeList getAttributes(String[] names) {
    AttributeList list = new AttributeList();
    for (String name : names) {
      try {
        list.add(new Attribute(name, getAttribute(name)));
      } catch (AttributeNotFoundException | MBeanException e) {
        LOG.debug("Attribute {} is left out", name, e); // as JMX has it
      }
    }
    return list;
  }

  @Override
  public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
    throw new AttributeNotFoundException(attribute.getName() + " cannot be set");
  }

  @Override
  public AttributeList setAttributes(AttributeList list) {
    return new AttributeList();
  }

  @Override
  public Object invoke(String name, Object[] arguments, String[] types)
      throws MBeanException, ReflectionException {
    String signature = name + OpenForm.signature(types);
    Method method = operations.get(signature);
    if (method == null) {
      throw new ReflectionException(new NoSuchMethodException(signature));
    }
    for (int i = 0; i < method.getParameterCount(); i++) {
      if (arguments[i] == null && method.getParameterTypes()[i].isPrimitive()) {
        String missing = method.getParameters()[i].getName();
        throw new MBeanException(new IllegalArgumentException("Give a number for " + missing));
      }
    }
    return call(method, arguments);
  }

  private Object call(Method method, Object... arguments) throws MBeanException {
    try {
      return OpenForm.of(method.getGenericReturnType()).open(method.invoke(target, arguments));
    } catch (InvocationTargetException e) {
      throw new MBeanException(forTheWire(e.getCause(), method));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the caller did wrong is told in our words; a defect of ours is told to the log. */
  private Exception forTheWire(Throwable fault, Method method) {
    if (fault instanceof IllegalArgumentException) {
      return new IllegalArgumentException(fault.getMessage());
    }
    if (outage.test(fault)) {
      LOG.warn("{} failed, as the store does not answer", method.getName(), fault);
      return new ConnectException(
          "The hub's store does not answer. See that its PostgreSQL runs and can be reached, and ask"
              + " again; the hub's log says more.");
    }
    LOG.error("{} failed", method.getName(), fault);
    return new IllegalStateException(
        "%s failed, the hub's log says more: %s".formatted(method.getName(), fault.getMessage()));
  }

  private Stream<Method> exposed(Predicate<Exposed.As> which) {
    return Arrays.stream(target.getClass().getMethods())
        .filter(m -> m.isAnnotationPresent(Exposed.class))
        .filter(m -> which.test(m.getAnnotation(Exposed.class).value()));
  }

  private static java.util.stream.Collector<Method, ?, Map<String, Method>> byName(
      java.util.function.Function<Method, String> name) {
    return Collectors.toMap(name, m -> m, (a, b) -> a, TreeMap::new);
  }

  private static String signature(Method method) {
    return method.getName()
        + OpenForm.signature(
            Arrays.stream(method.getParameterTypes()).map(Class::getName).toArray(String[]::new));
  }

  private static OpenMBeanAttributeInfo attributeInfo(Method method) {
    return new OpenMBeanAttributeInfoSupport(
        capitalised(method.getName()),
        OpenForm.description(method),
        OpenForm.of(method.getGenericReturnType()).type(),
        true,
        false,
        false);
  }

  private static OpenMBeanOperationInfo operationInfo(Method method) {
    OpenMBeanParameterInfo[] parameters =
        Arrays.stream(method.getParameters())
            .map(
                p ->
                    new OpenMBeanParameterInfoSupport(
                        p.getName(), OpenForm.description(p), OpenForm.of(p.getType()).type()))
            .toArray(OpenMBeanParameterInfo[]::new);
    return new OpenMBeanOperationInfoSupport(
        method.getName(),
        OpenForm.description(method),
        parameters,
        OpenForm.of(method.getGenericReturnType()).type(),
        method.getAnnotation(Exposed.class).value() == Exposed.As.QUESTION
            ? MBeanOperationInfo.INFO
            : MBeanOperationInfo.ACTION);
  }

  private static String capitalised(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
