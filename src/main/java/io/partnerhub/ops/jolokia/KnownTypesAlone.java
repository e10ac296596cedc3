package io.partnerhub.ops.jolokia;

import java.io.IOException;
import javax.management.JMException;
import org.jolokia.server.core.request.BadRequestException;
import org.jolokia.server.core.request.EmptyResponseException;
import org.jolokia.server.core.request.JolokiaRequest;
import org.jolokia.server.core.request.NotChangedException;
import org.jolokia.service.jmx.LocalRequestHandler;

/**
 * Asks the restrictor about each type of request: Jolokia 2.5 itself does not for notifications,
 * whose listeners it would keep without end.
 */
final class KnownTypesAlone extends LocalRequestHandler {

  private static final int FIRST = 0;

  private final OnlyTheHub restrictor;

  KnownTypesAlone(OnlyTheHub restrictor) {
    super(FIRST);
    this.restrictor = restrictor;
  }

  @Override
  public <R extends JolokiaRequest> Object handleRequest(R request, Object previous)
      throws IOException,
          JMException,
          NotChangedException,
          BadRequestException,
          EmptyResponseException {
    if (!restrictor.isTypeAllowed(request.getType())) {
      throw new SecurityException(request.getType().getName() + " is not offered by this hub");
    }
    return super.handleRequest(request, previous);
  }
}
