package io.partnerhub.ops;

import io.partnerhub.step.Availability;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Tells by {@code /observe/health} whether one system answers; Camel has no such check itself. */
public final class ConnectorHealth extends AbstractHealthCheck {

  private final Availability availability;

  public ConnectorHealth(Availability availability) {
    super("connector", availability.system().value());
    this.availability = availability;
  }

  /** A system that is away is no reason to restart the hub. */
  @Override
  public boolean isLiveness() {
    return false;
  }

  @Override
  protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
    Optional<String> fault = availability.fault();
    if (fault.isPresent()) {
      builder.message(fault.get()).down();
    } else {
      builder.up();
    }
  }
}
