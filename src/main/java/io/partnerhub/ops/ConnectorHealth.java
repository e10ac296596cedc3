package io.partnerhub.ops;

import io.partnerhub.step.Availability;
import io.partnerhub.sync.system.Urgency;
import java.time.Instant;
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
    builder.detail("circuit", availability.circuit().name());
    availability
        .spentUntil(Urgency.BULK)
        .ifPresent(until -> builder.detail("first-reads-wait-until", until.toString()));
    Optional<String> trouble =
        availability
            .paused()
            .map(by -> "paused " + by)
            .or(availability::fault)
            .or(availability.impairment()::what)
            .or(() -> availability.spentUntil(Urgency.CHANGE).map(ConnectorHealth::spent));
    if (trouble.isPresent()) {
      builder.message(trouble.get()).down();
    } else {
      builder.up();
    }
  }

  private static String spent(Instant until) {
    return "budget: the calls that the hub may make are used up until " + until;
  }
}
