package io.partnerhub.sync;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.SettableClock;
import io.partnerhub.mapping.DeleteRule;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.FieldRule;
import io.partnerhub.mapping.Kind;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Placement;
import io.partnerhub.mapping.Relatives;
import io.partnerhub.mapping.Side;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.store.Figures;
import io.partnerhub.store.TestStore;
import io.partnerhub.sync.held.Guard;
import io.partnerhub.sync.kin.Patience;
import io.partnerhub.sync.merge.Merge;
import io.partnerhub.sync.merge.Tolerances;
import io.partnerhub.sync.read.Ahead;
import io.partnerhub.sync.read.Intake;
import io.partnerhub.sync.read.Pull;
import io.partnerhub.sync.store.Parent;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.write.Push;
import io.partnerhub.sync.write.Settle;
import io.partnerhub.sync.write.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Partners and their orders in several systems, and a hub on the real store. */
final class Family {

  static final RecordType PARTNER = new RecordType("partner");
  static final RecordType ORDER = new RecordType("order");
  static final Duration PATIENCE = Duration.ofHours(1);
  private static final Duration GRACE = Duration.ofSeconds(60);
  private static final Timing TIMING =
      new Timing(
          Duration.ofSeconds(120),
          GRACE,
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          Duration.ofHours(6));

  final SettableClock clock = new SettableClock("2026-03-02T09:00:00.123456789Z");
  final Figures figures = TestStore.figures();
  final Store store = TestStore.empty(clock);
  final Mapping partners =
      mapping(PARTNER, List.of(), SALESFORCE, SMARTSHEET)
          .with(new Relatives(Map.of(), Set.of(ORDER), Map.of()));
  final Mapping orders =
      mapping(ORDER, List.of(PARTNER), SALESFORCE, SMARTSHEET, FULFILLMENT)
          .with(new Relatives(Map.of(PARTNER, partners.sides().keySet()), Set.of(), Map.of()));
  private final Map<String, FakeSystem> systems = new LinkedHashMap<>();
  private final Map<String, Pull> pulls = new TreeMap<>();
  private final Map<String, Push> pushes = new TreeMap<>();
  private final Map<String, Patience> patiences = new TreeMap<>();

  Family() {
    for (Mapping mapping : List.of(partners, orders)) {
      Merge merge =
          new Merge(mapping, new Tolerances(Duration.ofSeconds(1), Duration.ofSeconds(2)));
      Intake intake = new Intake(store, mapping, merge, Guard.USUAL);
      for (SystemName system : mapping.sides().keySet()) {
        String name = mapping.type() + " in " + system;
        FakeSystem fake = new FakeSystem(system, !system.equals(SALESFORCE), clock);
        Pull pull = new Pull(store, mapping, fake, intake, merge);
        Settle settle = new Settle(store, mapping, merge, TIMING);
        systems.put(name, fake);
        pulls.put(name, pull);
        pushes.put(name, new Push(store, mapping, fake, intake, pull, settle, TIMING, Ahead.NONE));
        patiences.put(name, new Patience(store, mapping, system, PATIENCE));
      }
    }
    ordersIn(SALESFORCE).looksUp("partner", partnersIn(SALESFORCE));
  }

  FakeSystem partnersIn(SystemName system) {
    return systems.get(PARTNER + " in " + system);
  }

  FakeSystem ordersIn(SystemName system) {
    return systems.get(ORDER + " in " + system);
  }

  Family poll() {
    for (Map.Entry<String, Pull> pull : pulls.entrySet()) {
      pass(1);
      pull.getValue().news();
    }
    return this;
  }

  void pollOnly(RecordType type, SystemName system) {
    pass(1);
    pulls.get(type + " in " + system).news();
  }

  void push(RecordType type, SystemName system) {
    pass(1);
    boolean mayBeDue = store.mayBeDue(List.of(type), system).contains(type);
    boolean wasDue = pushes.get(type + " in " + system).once();
    assertThat(mayBeDue || !wasDue).as("what is due is never overlooked").isTrue();
  }

  Push pusher(RecordType type, SystemName system) {
    return pushes.get(type + " in " + system);
  }

  Map<Parent, Integer> escalate(RecordType type, SystemName system) {
    return patiences.get(type + " in " + system).escalate();
  }

  /** Children first, which no order of calls may depend on; fails when writes never stop. */
  Family rest() {
    int quiet = 0;
    for (int round = 0; round < 40 && quiet < 4; round++) {
      int before = written();
      pass(30);
      pulls.values().forEach(p -> p.closeLost(GRACE));
      poll();
      pushes.values().forEach(Push::once);
      quiet = written() == before ? quiet + 1 : 0;
    }
    if (quiet < 4) {
      throw new AssertionError("writes still flow after 40 rounds");
    }
    return this;
  }

  int written() {
    return systems.values().stream().mapToInt(FakeSystem::written).sum();
  }

  List<String> waiting() {
    return figures.reasons(100).stream()
        .map(r -> r.standing() + " " + r.type() + " in " + r.system() + ": " + r.sentence())
        .toList();
  }

  void pass(int seconds) {
    clock.advance(Duration.ofSeconds(seconds));
    systems.values().forEach(FakeSystem::catchUp);
  }

  static Map<String, String> partner(String key) {
    return Map.of("key", key, "name", "n0");
  }

  static Map<String, String> order(String key, String partner) {
    return Map.of("key", key, "name", "n0", "partner", partner);
  }

  private static Mapping mapping(RecordType type, List<RecordType> parents, SystemName... in) {
    Map<SystemName, Side> sides = new LinkedHashMap<>();
    Map<SystemName, String> names = new LinkedHashMap<>();
    for (SystemName system : in) {
      sides.put(
          system, new Side(system, new Placement.One(system.value()), new DeleteRule.Ignore()));
      names.put(system, "x");
    }
    List<Field> fields = new ArrayList<>();
    fields.add(field("key", Kind.TEXT, null, names));
    fields.add(field("name", Kind.TEXT, null, names));
    fields.add(status(names));
    parents.forEach(p -> fields.add(field(p.name(), Kind.REFERENCE, p, names)));
    return new Mapping(type, "1", "key", fields, sides);
  }

  /** Salesforce takes a new order as a draft only. */
  private static Field status(Map<SystemName, String> names) {
    return new Field(
        "status",
        Kind.TEXT,
        false,
        255,
        false,
        0,
        new FieldRule.Latest(),
        List.of(),
        null,
        names,
        Map.of(),
        Map.of(SALESFORCE, "Draft"),
        1);
  }

  private static Field field(String name, Kind kind, RecordType to, Map<SystemName, String> names) {
    return new Field(
        name,
        kind,
        false,
        255,
        false,
        0,
        new FieldRule.Latest(),
        List.of(),
        to,
        names,
        Map.of(),
        1);
  }
}
