package io.partnerhub.ops;

import io.partnerhub.model.SystemName;
import io.partnerhub.sync.system.Listening;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Tells by {@code /observe/health} whether one system tells its changes by itself. Where it does
 * not, they are found by polls: slower, and no reason to be taken out of service.
 */
public final class ListenHealth extends AbstractHealthCheck {

  private final Listening listening;

  public ListenHealth(SystemName system, Listening listening) {
    super("listening", system.value() + "-listening");
    this.listening = listening;
  }

  @Override
  public boolean isLiveness() {
    return false;
  }

  @Override
  protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
    listening
        .deaf()
        .ifPresent(
            deaf -> {
              builder.detail("changes", "polled");
              builder.detail("polled-since", deaf.since().toString());
              builder.message(deaf.why());
            });
    builder.up();
  }
}
