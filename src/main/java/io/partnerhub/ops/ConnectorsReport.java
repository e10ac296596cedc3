package io.partnerhub.ops;

import io.partnerhub.model.SystemName;
import io.partnerhub.step.Availability;
import io.partnerhub.step.Heard;
import io.partnerhub.store.Figures;
import io.partnerhub.store.Figures.Standing;
import io.partnerhub.sync.system.CallBudget;
import io.partnerhub.sync.system.Urgency;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Puts together how the connectors stand. */
public final class ConnectorsReport {

  private final Clock clock;
  private final List<StatusReport.OneSystem> systems;
  private final CountedCopies counted;

  public ConnectorsReport(
      Clock clock, List<StatusReport.OneSystem> systems, CountedCopies counted) {
    this.clock = clock;
    this.systems = List.copyOf(systems);
    this.counted = counted;
  }

  List<ConnectorRow> now() {
    List<Figures.Count> counts = counted.now().counts();
    return systems.stream().map(system -> row(system, counts)).toList();
  }

  private ConnectorRow row(StatusReport.OneSystem system, List<Figures.Count> counts) {
    Availability availability = system.availability();
    Optional<Instant> spent = availability.spentUntil(Urgency.CHANGE);
    Optional<CallBudget> budget = system.connector().budget();
    Heard heard = availability.heard();
    boolean paused = availability.paused().isPresent();
    boolean away = availability.fault().isPresent();
    return new ConnectorRow(
        availability.system().value(),
        paused ? "paused" : away ? "away" : spent.isPresent() ? "spent" : answers(availability),
        availability
            .paused()
            .or(availability::fault)
            .or(availability.impairment()::what)
            .orElse(null),
        paused ? null : away ? availability.until() : spent.orElse(null),
        availability.circuit().name(),
        budget.map(CallBudget::used).orElse(null),
        budget.map(CallBudget::limit).orElse(null),
        budget.map(b -> b.window().toSeconds()).orElse(null),
        availability.spentUntil(Urgency.BULK).orElse(null),
        secondsSince(oldestDue(availability.system(), counts)),
        secondsSince(heard.answeredAt()),
        heard.error(),
        heard.errorAt());
  }

  private static String answers(Availability availability) {
    return availability.impairment().what().isPresent() ? "impaired" : "answers";
  }

  private static Instant oldestDue(SystemName system, List<Figures.Count> counts) {
    return counts.stream()
        .filter(c -> c.system().equals(system.value()))
        .filter(c -> c.standing() == Standing.DUE || c.standing() == Standing.FAILING)
        .map(Figures.Count::oldest)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private Long secondsSince(Instant then) {
    return then == null ? null : Math.max(0, Duration.between(then, clock.instant()).toSeconds());
  }
}
