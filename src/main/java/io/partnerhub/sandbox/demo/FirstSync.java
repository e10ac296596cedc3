package io.partnerhub.sandbox.demo;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.demo.data.Morning;
import io.partnerhub.sandbox.demo.data.TypedTracker;
import io.partnerhub.sandbox.demo.show.Screen;
import io.partnerhub.sandbox.demo.world.Comparison;
import io.partnerhub.sandbox.demo.world.PartnerTotals;
import io.partnerhub.sandbox.demo.world.Records;
import io.partnerhub.sandbox.demo.world.Systems;
import io.partnerhub.sandbox.demo.world.Wait;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Watches the systems come into step for the first time. */
final class FirstSync {

  private static final Duration MOST = Duration.ofMinutes(5);

  /** Looking at everything costs the hub some of its processor. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  private final Systems systems;
  private final Morning morning;
  private final Screen screen;

  FirstSync(Systems systems, Morning morning, Screen screen) {
    this.systems = systems;
    this.morning = morning;
    this.screen = screen;
  }

  /** The milliseconds until all systems say the same; empty when they never did. */
  OptionalLong watch() throws InterruptedException {
    return Wait.until(MOST, LOOK_EVERY, this::inStep);
  }

  private boolean inStep() {
    Map<String, Comparison> now = compare();
    screen.live(
        "in step: "
            + now.entrySet().stream()
                .map(e -> sentence(e.getKey(), e.getValue()))
                .collect(Collectors.joining(", ")));
    return faults(now).isEmpty();
  }

  private String sentence(String type, Comparison now) {
    return "%d of %d %ss".formatted(now.inStep().size(), expected(type), type);
  }

  /** The copies of every type beside each other, now. */
  Map<String, Comparison> compare() {
    return Comparison.byType(systems);
  }

  private int expected(String type) {
    TypedTracker typed = morning.partners();
    int salesforce = morning.of(type).salesforce().size();
    return type.equals(Systems.PARTNER)
        ? salesforce + typed.unknown().size() - typed.disputed().size() - 1
        : salesforce;
  }

  /** What is not as it must be once they are in step, in words; empty when all is. */
  String faults(Map<String, Comparison> now) {
    Faults faults = new Faults();
    for (Records records : systems.all()) {
      String type = records.type();
      Comparison found = now.get(type);
      faults.expect(type, "in step", expected(type), found.inStep().size());
      for (SystemName system : records.systems()) {
        faults.expect(type, "missing in " + system, Set.of(), found.missing().get(system));
      }
      boolean partners = type.equals(Systems.PARTNER);
      faults.expect(type, "that differ", partners ? disputed() : Map.of(), found.differing());
      Set<String> twice = partners ? Set.of(morning.partners().twice()) : Set.of();
      faults.expect(type, "with two rows", twice, found.twice());
      faults.expect(type, "without a key", partners ? 1 : 0, found.withoutKey().size());
    }
    if (faults.toString().isEmpty()) {
      Set<String> inStep = now.get(Systems.PARTNER).inStep();
      faults.expect(
          Systems.PARTNER, "with wrong totals", Map.of(), new PartnerTotals(systems).wrong(inStep));
    }
    return faults.toString();
  }

  private Map<String, Set<String>> disputed() {
    Map<String, Set<String>> disputed = new TreeMap<>();
    morning.partners().disputed().forEach((code, field) -> disputed.put(code, Set.of(field)));
    return disputed;
  }

  private static final class Faults {

    private final StringBuilder faults = new StringBuilder();

    void expect(String type, String what, Object wanted, Object found) {
      if (!wanted.equals(found)) {
        faults.append(faults.isEmpty() ? "" : "; ");
        faults.append("%ss %s: %s instead of %s".formatted(type, what, found, wanted));
      }
    }

    @Override
    public String toString() {
      return faults.toString();
    }
  }
}
