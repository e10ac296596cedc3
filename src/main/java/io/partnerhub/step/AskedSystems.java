package io.partnerhub.step;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.letter.Reach;
import io.partnerhub.sync.system.Connector;
import io.partnerhub.sync.system.SystemUnavailable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The systems that may be asked now: neither paused nor away. */
public final class AskedSystems implements Reach {

  private final Map<SystemName, Connector> connectors = new HashMap<>();
  private final Map<SystemName, Availability> availabilities = new HashMap<>();

  /** One more system. */
  public void add(Connector connector, Availability availability) {
    connectors.put(connector.system(), connector);
    availabilities.put(connector.system(), availability);
  }

  @Override
  public Connector to(SystemName system) {
    Availability availability = availabilities.get(system);
    if (availability == null) {
      throw unavailable("no connector is configured for it");
    }
    Optional<String> paused = availability.paused();
    if (paused.isPresent()) {
      throw unavailable("it is paused " + paused.get());
    }
    if (!availability.mayCall() && availability.circuit() != CircuitBreaker.State.CLOSED) {
      throw unavailable(availability.fault().orElse("it is away"));
    }
    return connectors.get(system);
  }

  private static SystemUnavailable unavailable(String why) {
    return new SystemUnavailable(
        new Outcome.Reason(ReasonClass.CONNECTION, "UNAVAILABLE", why), null, null);
  }
}
