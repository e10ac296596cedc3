package io.partnerhub.sync;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.sync.RollupWorld.ACTIVATION;
import static io.partnerhub.sync.RollupWorld.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.SystemName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** However children come, change, move and go: the derived fields are what a look at all gives. */
class DeriveProperties {

  /** Something that happens, and that the hub then sees or does. */
  sealed interface Event {}

  /** Some children are created or edited in one system, and seen in one page. */
  record Children(SystemName system, List<Map<String, String>> rows) implements Event {}

  record Deleted(SystemName system, int child) implements Event {}

  /** A partner is created, or takes another code. */
  record Partner(int partner, String code) implements Event {}

  record Derivation() implements Event {}

  @Property(tries = 150)
  void derived_fields_are_what_a_look_at_all_children_gives(
      @ForAll("histories") List<Event> history) {
    RollupWorld world = new RollupWorld().read();

    history.forEach(event -> happen(world, event));
    world.derive();

    List<Dossier> children = world.dossiers(ACTIVATION);
    for (Dossier partner : world.dossiers(PARTNER)) {
      Map<String, String> derived = new HashMap<>(partner.record().agreed().asMap());
      String code = derived.remove("code");
      assertThat(derived).as(code).isEqualTo(new NaiveRollup(code, children).fields());
    }
    assertThat(world.marks()).isEmpty();
  }

  @Property(tries = 30)
  void marking_everything_again_changes_nothing(@ForAll("histories") List<Event> history) {
    RollupWorld world = new RollupWorld().read();
    history.forEach(event -> happen(world, event));
    world.derive();
    List<Dossier> before = world.dossiers(PARTNER);
    List<String> ledger = world.ledger();

    world.store.inTransaction(
        PARTNER,
        tx -> {
          tx.rollups().markAllFor("another form");
          return null;
        });
    world.derive();

    assertThat(world.dossiers(PARTNER)).isEqualTo(before);
    assertThat(world.ledger()).isEqualTo(ledger);
  }

  private static void happen(RollupWorld world, Event event) {
    if (event instanceof Children page) {
      world.see(
          ACTIVATION,
          page.system(),
          page.rows().stream()
              .map(
                  row ->
                      world.observation(ACTIVATION, page.system(), row.get("number"), row, false))
              .toList());
    } else if (event instanceof Deleted deleted) {
      world.deleted(ACTIVATION, deleted.system(), "n" + deleted.child());
    } else if (event instanceof Partner partner) {
      world.see(PARTNER, SALESFORCE, "p" + partner.partner(), Map.of("code", partner.code()));
    } else {
      world.deriveOnce();
    }
  }

  @Provide
  Arbitrary<List<Event>> histories() {
    Arbitrary<SystemName> systems = Arbitraries.of(SALESFORCE, FULFILLMENT);
    Arbitrary<Event> children =
        Combinators.combine(systems, child().list().ofMinSize(1).ofMaxSize(6)).as(Children::new);
    Arbitrary<Event> deletions =
        Combinators.combine(systems, Arbitraries.integers().between(0, 7)).as(Deleted::new);
    Arbitrary<Event> partners =
        Combinators.combine(Arbitraries.integers().between(0, 3), codes()).as(Partner::new);
    return Arbitraries.frequencyOf(
            Tuple.of(6, children),
            Tuple.of(2, deletions),
            Tuple.of(2, partners),
            Tuple.of(2, Arbitraries.create(Derivation::new)))
        .list()
        .ofMinSize(3)
        .ofMaxSize(14);
  }

  private static Arbitrary<String> codes() {
    return Arbitraries.of("A", "B", "C");
  }

  private static Arbitrary<Map<String, String>> child() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 7),
            codes().injectNull(0.1),
            Arbitraries.of("Requested", "Shipped", "Activated").injectNull(0.1),
            Arbitraries.of("0", "3", "-0.25", "2.25", "0.05", "1000000", "many", "1 000")
                .injectNull(0.2),
            days(),
            days().injectNull(0.5),
            Arbitraries.of("x", "y;z", "z", "x;y").injectNull(0.4),
            Arbitraries.of("2026-03-01T09:00:00Z", "2026-03-01T10:00:00Z", "2026-02-30T10:00:00Z")
                .injectNull(0.3))
        .as(
            (number, partner, status, units, on, blocked, tags, seen) -> {
              Map<String, String> row = new HashMap<>();
              row.put("number", "n" + number);
              row.put("partner", partner);
              row.put("status", status);
              row.put("units", units);
              row.put("on", on);
              row.put("blockedOn", blocked);
              row.put("tags", tags);
              row.put("seenAt", seen);
              row.put("paid", number % 2 == 0 ? "true" : on == null ? null : "false");
              return row;
            });
  }

  private static Arbitrary<String> days() {
    return Arbitraries.of(
            "2026-01-01",
            "2026-02-28",
            "2024-02-29",
            "2026-02-31",
            "2023-02-29",
            "1900-02-29",
            "soon")
        .injectNull(0.2);
  }
}
