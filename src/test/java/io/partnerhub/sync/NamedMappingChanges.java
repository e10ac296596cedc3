package io.partnerhub.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.mapping.DeleteRule;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.sync.held.Choice;
import io.partnerhub.sync.held.Held;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Histories of mappings that are changed while records are kept by them. */
abstract class NamedMappingChanges {

  private final Function<Clock, Hoard> hoards;

  NamedMappingChanges(Function<Clock, Hoard> hoards) {
    this.hoards = hoards;
  }

  private static AgreedRecord record(World world, String key) {
    return world.dossiers().values().stream()
        .map(Dossier::record)
        .filter(r -> key.equals(r.agreed().get("key")))
        .findFirst()
        .orElseThrow();
  }

  private static void holdMemo(World world) {
    world.pass(4);
    world.salesforce.edit("salesforce1", "memo", "m1");
    world.sheet.edit("smartsheet1", "memo", "m2");
    world.poll(world.salesforce);
    world.poll(world.sheet);
    assertThat(world.held()).hasSize(1);
  }

  @Test
  void a_held_field_that_the_mapping_drops_stops_no_read() {
    World world = World.thatTells(hoards).inStepWith(2);
    holdMemo(world);
    world.rest();
    assertThat(world.sheet.get("smartsheet1", "syncStatus")).isEqualTo("Held");

    world.startHubWith(World.without("memo", world.mapping));
    world.edit(world.sheet, "addr", "a1");
    world.sheet.edit("smartsheet2", "addr", "a2");
    world.poll(world.sheet);

    assertThat(record(world, "K0").agreed().get("addr")).isEqualTo("a1");
    assertThat(record(world, "K1").agreed().get("addr")).isEqualTo("a2");
    assertThat(world.held()).isEmpty();
    world.rest();
    assertThat(world.sheet.get("smartsheet1", "syncStatus")).as("nothing is in its way").isNull();
    assertThat(world.hoard.decisions())
        .filteredOn(d -> d.verdict() == Decision.Verdict.RELEASED)
        .containsExactly(
            new Decision(Decision.Verdict.RELEASED, "memo", "m1", "m1", "no longer mapped"));
  }

  @Test
  void what_is_held_can_be_listed_although_a_field_of_it_is_no_longer_mapped() {
    World world = new World(hoards).inStepWith(1);
    holdMemo(world);
    Mapping without = World.without("memo", world.mapping);
    Held held = new Held(world.store, List.of(without));

    assertThat(held.fields(without.type(), 0, 10)).hasSize(1);
    assertThatThrownBy(
            () ->
                held.choose(
                    without.type(), "K0", "memo", new Choice.Agreed(), new Chooser("ada", "so")))
        .isInstanceOf(ChoiceRefused.class)
        .hasMessageContaining("no longer mapped");
  }

  @Test
  void a_hold_of_a_field_that_is_no_longer_mapped_bars_no_deletion() {
    World world = new World(hoards, new DeleteRule.Propagate()).inStepWith(2);
    holdMemo(world);
    world.startHubWith(World.without("memo", world.mapping));

    world.salesforce.delete("salesforce1");
    world.rest();

    assertThat(world.sheet.isDeleted("smartsheet1")).isTrue();
    assertThat(world.sheet.isDeleted("smartsheet2")).isFalse();
  }
}
