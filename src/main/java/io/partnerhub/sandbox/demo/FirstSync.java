package io.partnerhub.sandbox.demo;

import io.partnerhub.sandbox.demo.data.TypedTracker;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Watches both systems come into step for the first time. */
final class FirstSync {

  private static final Duration MOST = Duration.ofSeconds(90);

  private final Systems systems;
  private final TypedTracker typed;
  private final int partners;
  private final Screen screen;

  /**
   * @param partners how many Salesforce starts with
   */
  FirstSync(Systems systems, TypedTracker typed, int partners, Screen screen) {
    this.systems = systems;
    this.typed = typed;
    this.partners = partners;
    this.screen = screen;
  }

  /** The milliseconds until both systems say the same; empty when they never did. */
  OptionalLong watch() throws InterruptedException {
    return Wait.until(MOST, this::inStep);
  }

  private boolean inStep() {
    Comparison now = Comparison.of(systems);
    screen.live(
        "%d of %d partners in step, %d rows in the tracker"
            .formatted(now.inStep().size(), expected(), systems.rows().size()));
    return faults(now).isEmpty();
  }

  private int expected() {
    return partners + typed.unknown().size() - typed.disputed().size() - 1;
  }

  /** What is not as it must be once they are in step, in words; empty when all is. */
  String faults(Comparison now) {
    Map<String, Set<String>> disputed = new TreeMap<>();
    typed.disputed().forEach((code, field) -> disputed.put(code, Set.of(field)));
    StringBuilder faults = new StringBuilder();
    expect(faults, "partners in step", expected(), now.inStep().size());
    expect(faults, "partners that differ", disputed, now.differing());
    expect(faults, "accounts without a row", Set.of(), now.onlyAccount());
    expect(faults, "rows without an account", Set.of(), now.onlyRow());
    expect(faults, "codes that two rows have", Set.of(typed.twice()), now.twice());
    expect(faults, "rows without a code", 1, now.withoutCode().size());
    return faults.toString();
  }

  private static void expect(StringBuilder faults, String what, Object wanted, Object found) {
    if (!wanted.equals(found)) {
      faults.append(faults.isEmpty() ? "" : "; ");
      faults.append("%s: %s instead of %s".formatted(what, found, wanted));
    }
  }
}
