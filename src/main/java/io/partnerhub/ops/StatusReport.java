package io.partnerhub.ops;

import io.partnerhub.deadletter.DeadLetters;
import io.partnerhub.deadletter.Depth;
import io.partnerhub.intake.DoorCounts;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.step.Availability;
import io.partnerhub.store.Escalations;
import io.partnerhub.store.Figures;
import io.partnerhub.store.Figures.Standing;
import io.partnerhub.sync.system.CallBudget;
import io.partnerhub.sync.system.Connector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Puts together how the hub stands. */
public final class StatusReport {

  private final String hub;
  private final List<OneSystem> systems;
  private final List<Mapping> mappings;
  private final CountedCopies counted;
  private final Escalations escalations;
  private final DeadLetters deadLetters;
  private final DoorCounts doorCounts;

  /**
   * One system.
   *
   * @param share most calls that the hub is configured to use of the system's limit; empty where
   *     the connector's own limit is that share
   */
  public record OneSystem(Connector connector, Availability availability, Optional<Long> share) {}

  public StatusReport(
      String hub,
      List<OneSystem> systems,
      List<Mapping> mappings,
      CountedCopies counted,
      DeadLetters deadLetters,
      Escalations escalations,
      DoorCounts doorCounts) {
    this.hub = hub;
    this.systems = List.copyOf(systems);
    this.mappings = List.copyOf(mappings);
    this.counted = counted;
    this.escalations = escalations;
    this.deadLetters = deadLetters;
    this.doorCounts = doorCounts;
  }

  Status now() {
    Depth depth = deadLetters.depth();
    CountedCopies.Counted counted = this.counted.now();
    return new Status(
        hub,
        counted.at(),
        systems.stream().map(StatusReport::ofSystem).toList(),
        copies(counted.counts()),
        depth.letters(),
        depth.oldest(),
        escalations.failing().stream().map(StatusReport::untold).toList(),
        doorCounts.all().stream().map(StatusReport::atDoor).toList());
  }

  private static Status.AtDoor atDoor(DoorCounts.Count count) {
    return new Status.AtDoor(
        count.source(),
        count.result().name().toLowerCase(Locale.ROOT),
        count.status(),
        count.why(),
        count.requests(),
        count.lastAt());
  }

  private static Status.Untold untold(Escalations.Standing failing) {
    return new Status.Untold(
        failing.way().name().toLowerCase(Locale.ROOT),
        failing.failing(),
        failing.tryAt(),
        failing.lastError());
  }

  private static Status.OfSystem ofSystem(OneSystem system) {
    Optional<String> fault = system.availability().fault();
    Optional<String> wrong = fault.or(() -> system.availability().impairment().what());
    Instant again = fault.isEmpty() ? null : system.availability().until();
    Optional<CallBudget> calls = system.connector().calls();
    return new Status.OfSystem(
        system.connector().system().value(),
        fault.isEmpty(),
        wrong.orElse(null),
        again,
        calls.map(CallBudget::used).orElse(null),
        calls.map(CallBudget::left).orElse(null),
        calls.map(CallBudget::limit).orElse(null),
        calls.map(c -> c.window().toSeconds()).orElse(null),
        system.share().orElse(null));
  }

  private List<Status.OfCopies> copies(List<Figures.Count> all) {
    Map<List<String>, Map<Standing, Figures.Count>> counts = new HashMap<>();
    for (Figures.Count count : all) {
      counts
          .computeIfAbsent(
              List.of(count.type(), count.system()), k -> new EnumMap<>(Standing.class))
          .put(count.standing(), count);
    }
    List<Status.OfCopies> copies = new ArrayList<>();
    for (Mapping mapping : mappings) {
      for (SystemName system : mapping.sides().keySet()) {
        String type = mapping.type().name();
        copies.add(
            ofCopies(type, system, counts.getOrDefault(List.of(type, system.value()), Map.of())));
      }
    }
    return copies;
  }

  private static Status.OfCopies ofCopies(
      String type, SystemName system, Map<Standing, Figures.Count> counts) {
    return new Status.OfCopies(
        type,
        system.value(),
        number(counts, Standing.IN_SYNC),
        number(counts, Standing.DUE),
        number(counts, Standing.WAITING),
        number(counts, Standing.HELD),
        number(counts, Standing.FAILING),
        number(counts, Standing.DELETED),
        number(counts, Standing.STRAY),
        counts.values().stream()
            .map(Figures.Count::oldest)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null));
  }

  private static int number(Map<Standing, Figures.Count> counts, Standing standing) {
    return counts.containsKey(standing) ? counts.get(standing).replicas() : 0;
  }
}
