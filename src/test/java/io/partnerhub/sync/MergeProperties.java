package io.partnerhub.sync;

import static io.partnerhub.model.SystemName.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sync.merge.Due;
import io.partnerhub.sync.merge.Merge;
import io.partnerhub.sync.merge.Merged;
import io.partnerhub.sync.merge.Tolerances;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the merge promises of any record that any observations have led to. */
class MergeProperties {

  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  private final Mapping mapping = World.mapping();
  private final Merge merge =
      new Merge(mapping, new Tolerances(Duration.ofSeconds(1), Duration.ofSeconds(2)));

  /** One read of one system, which shows these values. */
  record Look(SystemName system, Values values, boolean byHub) {}

  @Property
  void the_same_observation_again_changes_no_value_and_decides_nothing(
      @ForAll("looks") List<Look> before, @ForAll("look") Look look) {
    Dossier dossier = after(before);

    Dossier once = merged(dossier, look, before.size()).dossier();
    Merged twice = merged(once, look, before.size() + 1);

    assertThat(twice.decisions()).isEmpty();
    assertThat(twice.dossier().record()).isEqualTo(once.record());
    assertThat(holdings(twice.dossier())).isEqualTo(holdings(once));
  }

  @Property
  void a_read_that_began_before_the_last_merged_one_ended_is_not_admitted(
      @ForAll("looks") List<Look> before, @ForAll("look") Look look, @ForAll boolean open) {
    Dossier dossier = merged(after(before), look, before.size()).dossier();
    Fence fence = dossier.replica(look.system()).fence();

    ReadTimes overlapping =
        new ReadTimes(fence.readEnded() - 1, fence.readEnded() + 5, START.plusSeconds(9_999));

    List<Attempt> attempts = open ? List.of(attempt(dossier, look.system(), 0)) : List.of();
    assertThat(fence.admits(overlapping, attempts)).isFalse();
    assertThat(fence.turnedAway(overlapping, 1_000_000).readAgain()).isEqualTo(1_000_000);
  }

  @Property
  void no_read_is_admitted_while_a_call_may_still_land_or_before_our_write_was_answered(
      @ForAll("looks") List<Look> before, @ForAll("systems") SystemName system) {
    Dossier dossier = after(before);
    Fence fence = dossier.replica(system).fence();
    ReadTimes newest = new ReadTimes(500_000, 500_001, START.plusSeconds(9_999));

    assertThat(fence.admits(newest, List.of())).isTrue();
    assertThat(fence.admits(newest, List.of(attempt(dossier, system, 0)))).isFalse();
    assertThat(fence.admits(newest, List.of(attempt(dossier, system, 500_001)))).isFalse();
    assertThat(fence.wrote(500_001).admits(newest, List.of())).isFalse();
  }

  @Property
  void a_held_field_is_never_due(@ForAll("looks") List<Look> looks) {
    Dossier dossier = after(looks);
    Assume.that(!dossier.record().held().isEmpty());

    for (SystemName system : mapping.sides().keySet()) {
      assertThat(Due.of(mapping, dossier, system).fields())
          .doesNotContainAnyElementsOf(dossier.record().held().keySet());
    }
  }

  @Property
  void what_is_settled_is_no_longer_due_and_its_echo_decides_nothing(
      @ForAll("looks") List<Look> looks, @ForAll("systems") SystemName system) {
    Dossier dossier = after(looks);
    Due due = Due.of(mapping, dossier, system);
    Assume.that(due.isDue());
    Replica written = dossier.replica(system);
    for (String field : due.fields()) {
      String value = dossier.record().agreed().get(field);
      written = written.holding(field, value, value);
    }

    Dossier settled = dossier.with(written);
    Merged echo = merged(settled, new Look(system, written.holds(), true), looks.size());

    assertThat(Due.of(mapping, settled, system).isDue()).isFalse();
    assertThat(echo.decisions()).isEmpty();
    assertThat(echo.dossier().record()).isEqualTo(settled.record());
  }

  @Property
  void an_owned_field_is_its_owners_whatever_the_other_side_shows(
      @ForAll("looks") List<Look> looks) {
    Dossier dossier = after(looks);
    String name = null;
    for (Look look : looks) {
      name = look.system().equals(SALESFORCE) ? look.values().get("name") : name;
    }
    Assume.that(name != null && !dossier.record().held().containsKey("name"));

    assertThat(dossier.record().agreed().get("name")).isEqualTo(name);
  }

  private Dossier after(List<Look> looks) {
    Values first = Values.of(World.partner("K0"));
    Map<SystemName, Replica> replicas = new TreeMap<>();
    for (SystemName system : mapping.sides().keySet()) {
      Replica replica = Replica.absent(1, system).linked(new NativeId(system.value(), "1"));
      for (String field : first.fields()) {
        replica = replica.holding(field, first.get(field), first.get(field));
      }
      replicas.put(system, replica);
    }
    Dossier dossier =
        new Dossier(new AgreedRecord(1, first, Map.of(), Map.of()), replicas, List.of());
    for (int i = 0; i < looks.size(); i++) {
      dossier = merged(dossier, looks.get(i), i).dossier();
    }
    return dossier;
  }

  private Merged merged(Dossier dossier, Look look, int at) {
    Instant time = START.plusSeconds(10L * at + 10);
    Observation observation =
        new Observation(
            dossier.replica(look.system()).id(),
            look.values(),
            Map.of(),
            time.minusSeconds(1),
            false,
            look.byHub(),
            false);
    ReadTimes read = new ReadTimes(10L * at + 10, 10L * at + 12, time);
    return merge.observe(dossier, look.system(), observation, read, null);
  }

  private static Attempt attempt(Dossier dossier, SystemName system, long closed) {
    return new Attempt(
        1,
        1,
        system,
        Write.Action.UPDATE,
        dossier.replica(system).id(),
        null,
        "K0",
        Set.of("memo"),
        Values.none(),
        Values.none(),
        START,
        closed);
  }

  private static List<Values> holdings(Dossier dossier) {
    return dossier.replicas().values().stream()
        .flatMap(r -> List.of(r.holds(), r.standsFor()).stream())
        .toList();
  }

  @Provide
  Arbitrary<SystemName> systems() {
    return Arbitraries.of(mapping.sides().keySet());
  }

  @Provide
  Arbitrary<List<Look>> looks() {
    return look().list().ofMaxSize(8);
  }

  @Provide
  Arbitrary<Look> look() {
    List<String> names = mapping.fields().stream().map(Field::name).toList();
    Arbitrary<List<String>> values = Arbitraries.of("", "a", "b", "c").list().ofSize(names.size());
    return Combinators.combine(systems(), values)
        .as((system, list) -> new Look(system, values(names, list), false));
  }

  private static Values values(List<String> names, List<String> list) {
    Map<String, String> byField = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      byField.put(names.get(i), list.get(i).isEmpty() ? null : list.get(i));
    }
    return Values.of(byField);
  }
}
