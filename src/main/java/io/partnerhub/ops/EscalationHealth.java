package io.partnerhub.ops;

import io.partnerhub.store.Escalations;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Tells by {@code /observe/health} whether people could be told of dead letters. */
public final class EscalationHealth extends AbstractHealthCheck {

  private final Escalations escalations;

  public EscalationHealth(Escalations escalations) {
    super("escalation", "escalation");
    this.escalations = escalations;
  }

  /** A mail server that is away is no reason to restart the hub. */
  @Override
  public boolean isLiveness() {
    return false;
  }

  @Override
  protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
    List<Escalations.Standing> failing = escalations.failing();
    if (failing.isEmpty()) {
      builder.up();
      return;
    }
    builder.message(failing.stream().map(EscalationHealth::line).collect(Collectors.joining("; ")));
    builder.down();
  }

  private static String line(Escalations.Standing one) {
    return "%d messages by %s could not be sent: %s"
        .formatted(one.failing(), one.way().name().toLowerCase(Locale.ROOT), one.lastError());
  }
}
