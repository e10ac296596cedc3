package io.partnerhub.ops.jolokia;

import io.partnerhub.ops.jmx.Caller;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanOperationInfo;
import javax.management.ObjectName;
import org.jolokia.server.core.service.api.Restrictor;
import org.jolokia.server.core.util.HttpMethod;
import org.jolokia.server.core.util.RequestType;

/**
 * What a caller may ask: to read the hub's own MBeans, and to invoke their operations; who only
 * looks may invoke nothing that acts. All other MBeans, one of which loads code, are not there.
 */
final class OnlyTheHub implements Restrictor {

  private static final String DOMAIN = "io.partnerhub";

  private static final Set<RequestType> TYPES =
      Set.of(
          RequestType.READ,
          RequestType.EXEC,
          RequestType.LIST,
          RequestType.SEARCH,
          RequestType.VERSION);

  /** A page elsewhere can have a browser get what it names, but not post it unnoticed. */
  @Override
  public boolean isHttpMethodAllowed(HttpMethod method) {
    return method == HttpMethod.POST;
  }

  @Override
  public boolean isTypeAllowed(RequestType type) {
    return TYPES.contains(type);
  }

  @Override
  public boolean isAttributeReadAllowed(ObjectName mbean, String attribute) {
    return isOurs(mbean);
  }

  @Override
  public boolean isAttributeWriteAllowed(ObjectName mbean, String attribute) {
    return false;
  }

  /**
   * @param operation its name, with its signature behind it where there are several
   */
  @Override
  public boolean isOperationAllowed(ObjectName mbean, String operation) {
    return isOurs(mbean) && (!Caller.isMonitor() || isQuestion(mbean, operation));
  }

  private static boolean isQuestion(ObjectName mbean, String operation) {
    String name = operation.replaceFirst("\\(.*", "");
    try {
      List<MBeanOperationInfo> sameName =
          Arrays.stream(
                  ManagementFactory.getPlatformMBeanServer().getMBeanInfo(mbean).getOperations())
              .filter(one -> one.getName().equals(name))
              .toList();
      return !sameName.isEmpty()
          && sameName.stream().allMatch(one -> one.getImpact() == MBeanOperationInfo.INFO);
    } catch (JMException e) {
      return false;
    }
  }

  /** Decided before Jolokia is asked. */
  @Override
  public boolean isRemoteAccessAllowed(String... hostAndAddress) {
    return true;
  }

  @Override
  public boolean isOriginAllowed(String origin, boolean strictly) {
    return false;
  }

  @Override
  public boolean isObjectNameHidden(ObjectName mbean) {
    return !isOurs(mbean);
  }

  private static boolean isOurs(ObjectName mbean) {
    return mbean.getDomain().equals(DOMAIN);
  }
}
