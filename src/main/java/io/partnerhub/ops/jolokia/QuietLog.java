package io.partnerhub.ops.jolokia;

import org.jolokia.core.api.LogHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Jolokia tells of each request is for those who look for it. */
final class QuietLog implements LogHandler {

  private static final Logger LOG = LoggerFactory.getLogger(QuietLog.class);

  @Override
  public void debug(String message) {
    LOG.trace(message);
  }

  @Override
  public void info(String message) {
    LOG.debug(message);
  }

  @Override
  public void error(String message, Throwable thrown) {
    LOG.warn(message, thrown);
  }

  @Override
  public boolean isDebug() {
    return false;
  }
}
