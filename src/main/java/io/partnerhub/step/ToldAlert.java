package io.partnerhub.step;

import io.partnerhub.model.SystemName;
import io.partnerhub.store.Alerts;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what is to be told for the escalation route, which sends it the ways that are on. */
public final class ToldAlert implements Alert {

  private static final Logger LOG = LoggerFactory.getLogger(ToldAlert.class);

  private final Alerts alerts;
  private final Alert also;

  /**
   * @param also is told first, whatever becomes of the message
   */
  public ToldAlert(Alerts alerts, Alert also) {
    this.alerts = alerts;
    this.also = also;
  }

  /** A store that is away must not keep the hub from noting that a system is. */
  @Override
  public void raise(Event event, SystemName system, String why, Instant until) {
    also.raise(event, system, why, until);
    try {
      alerts.raise(system.value(), event.name(), event.ended().name(), why);
    } catch (RuntimeException e) {
      LOG.error("Nobody can be mailed that {} is {}: {}", system, event, e.getMessage(), e);
    }
  }
}
