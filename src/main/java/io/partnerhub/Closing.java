package io.partnerhub;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends one part after the other: one that fails keeps none behind it from its end. */
final class Closing {

  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  private Closing() {}

  static void all(Runnable... parts) {
    for (Runnable part : parts) {
      try {
        part.run();
      } catch (RuntimeException e) {
        LOG.warn("A part of the hub did not end as it should", e);
      }
    }
  }
}
