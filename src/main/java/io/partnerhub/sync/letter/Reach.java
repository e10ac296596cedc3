package io.partnerhub.sync.letter;

import io.partnerhub.model.SystemName;
import io.partnerhub.sync.system.Connector;
import io.partnerhub.sync.system.SystemUnavailable;

/** The way to the systems for a question that an admin asks. */
@FunctionalInterface
public interface Reach {

  /**
   * A system's connector.
   *
   * @throws SystemUnavailable when the system is not to be called now: it is paused or away
   */
  Connector to(SystemName system);
}
