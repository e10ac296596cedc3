package io.partnerhub.sync;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.DeleteRule;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.FieldRule;
import io.partnerhub.mapping.Kind;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sync.held.Choice;
import io.partnerhub.sync.held.Held;
import io.partnerhub.sync.held.HeldField;
import io.partnerhub.sync.merge.Due;
import io.partnerhub.sync.system.Checkpoint;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** All systems hold the field, and the hub does not know it yet. */
  private World without(String field, int partners) {
    return World.with(hoards, World.without(field, World.mapping())).inStepWith(partners);
  }

  private static void addField(World world) {
    world.rest();
    world.startHubWith(World.mapping());
  }

  private static List<Checkpoint> checkpoints(World world) {
    return world.systems.stream()
        .map(FakeSystem::system)
        .flatMap(s -> world.store.checkpoints(world.mapping.type(), s, List.of(s.value())).stream())
        .toList();
  }

  @Test
  void a_new_field_that_another_system_owns_empties_no_cell() {
    World world = without("name", 2);
    world.sheet.edit("smartsheet1", "name", "SHEET NAME");
    world.salesforce.edit("salesforce1", "name", "SF NAME");
    addField(world);

    world.editSeen(world.sheet, "note", "o1");
    world.push(world.sheet);

    assertThat(world.sheet.get("smartsheet1", "name")).isEqualTo("SHEET NAME");
    world.rest();
    assertThat(world.all("name")).containsExactly("SF NAME", "SF NAME", "SF NAME");
    assertThat(world.all("note")).containsExactly("o1", "o1", "o1");
    assertThat(world.sheet.shown("smartsheet1", "name")).doesNotContainNull();
    assertThat(world.hoard.decisions())
        .filteredOn(d -> d.verdict() == Decision.Verdict.REFUSED && "name".equals(d.field()))
        .allMatch(d -> "SF NAME".equals(d.is()));
  }

  @Test
  void an_old_value_of_a_new_field_is_no_edit_made_just_now() {
    World world = without("addr", 2);
    world.fulfillment.edit("fulfillment1", "addr", null);
    world.salesforce.edit("salesforce1", "addr", "SF ADDR");
    world.pass(3600);
    world.sheet.edit("smartsheet1", "addr", "SHEET ADDR");
    world.pass(3600);
    world.systems.forEach(s -> s.edit(s.system().value() + "2", "note", "newer than these"));
    addField(world);

    world.editSeen(world.sheet, "note", "o1");
    world.pass(100);
    world.poll(world.salesforce);
    world.editSeen(world.salesforce, "memo", "m1");
    world.rest();

    assertThat(world.all("addr")).containsExactly("SF ADDR", "SHEET ADDR", null);
    assertThat(world.held()).extracting(HeldField::field).containsExactly("addr");
  }

  @Test
  void a_new_field_is_decided_by_the_preferred_system_whichever_is_read_first() {
    for (boolean sheetFirst : List.of(true, false)) {
      World world = without("note", 1);
      world.salesforce.edit("salesforce1", "note", "SF");
      world.sheet.edit("smartsheet1", "note", "SHEET");
      addField(world);

      world.poll(sheetFirst ? world.sheet : world.salesforce);
      world.push(world.fulfillment);
      world.rest();

      assertThat(world.all("note")).containsExactly("SHEET", "SHEET", "SHEET");
      assertThat(world.fulfillment.shown("fulfillment1", "note")).containsExactly("o0", "SHEET");
    }
  }

  @Test
  void a_new_field_reaches_records_that_nobody_edits() {
    World world = without("addr", 3);
    for (int i = 1; i <= 3; i++) {
      world.sheet.edit("smartsheet" + i, "addr", null);
      world.fulfillment.edit("fulfillment" + i, "addr", null);
    }
    addField(world);

    world.rest();

    assertThat(world.sheet.liveWith("addr", "a0")).hasSize(3);
    assertThat(world.fulfillment.liveWith("addr", "a0")).hasSize(3);
    assertThat(world.held()).isEmpty();
    assertThat(world.told).hasSize(3).allMatch(s -> s.contains("not read there before: addr"));
  }

  @Test
  void a_copy_in_a_system_that_joins_is_made_without_a_new_field_that_was_not_read_everywhere() {
    DeleteRule restore = new DeleteRule.Restore();
    World world = World.in(hoards, restore, SALESFORCE, SMARTSHEET).inStepWith(1);
    world.startHubWith(World.without("name", world.mapping));
    world.salesforce.edit("salesforce1", "name", "SF NAME");
    world.sheet.edit("smartsheet1", "name", "SHEET NAME");
    world.fulfillment.delete("fulfillment1");
    world.rest();

    world.systems.forEach(s -> s.isReadBy(World.mapping(restore)));
    world.startHubIn(restore, SALESFORCE, SMARTSHEET, FULFILLMENT);
    world.poll(world.sheet);
    world.poll(world.fulfillment);
    world.push(world.fulfillment);
    assertThat(world.fulfillment.liveIds()).hasSize(1);
    world.rest();

    String made = world.fulfillment.liveIds().get(0);
    assertThat(world.fulfillment.shown(made, "name")).containsExactly("SF NAME");
    assertThat(world.sheet.get("smartsheet1", "name")).isEqualTo("SF NAME");
  }

  @Test
  void an_edit_of_a_new_field_that_all_copies_showed_is_an_edit() {
    World world = without("addr", 1);
    addField(world);
    world.rest();

    world.editSeen(world.sheet, "addr", null);
    world.rest();

    assertThat(world.all("addr")).containsExactly(null, null, null);
  }

  @Test
  void values_that_a_changed_mapping_rounds_are_nobodys_edits() {
    for (FieldRule rule : List.of(new FieldRule.Latest(), new FieldRule.Owner(SALESFORCE))) {
      World world = World.with(hoards, fees(2, rule)).inStepWith(2);
      world.editSeen(world.salesforce, "note", "12.5");
      world.rest();
      int written = world.written();

      world.startHubWith(fees(0, rule));
      world.poll(world.sheet);
      world.push(world.sheet);
      world.editSeen(world.sheet, "track", "t2");
      world.rest();

      assertThat(world.written()).as("that edit alone, in two systems").isEqualTo(written + 2);
      assertThat(record(world, "K0").agreed().get("note")).isEqualTo("13");
      assertThat(world.all("note")).containsOnly("12.5");
      assertThat(world.held()).isEmpty();
      assertThat(world.hoard.decisions()).noneMatch(d -> d.verdict() == Decision.Verdict.REFUSED);
    }
  }

  @Test
  void what_a_changed_mapping_reads_more_exactly_is_the_owners() {
    World world = World.with(hoards, fees(0, new FieldRule.Owner(SALESFORCE))).inStepWith(1);
    world.salesforce.edit("salesforce1", "note", "12.5");
    world.sheet.edit("smartsheet1", "note", "13");
    world.fulfillment.edit("fulfillment1", "note", "12.75");
    world.rest();
    assertThat(world.all("note"))
        .as("all the same, rounded")
        .containsExactly("12.5", "13", "12.75");

    world.startHubWith(fees(2, new FieldRule.Owner(SALESFORCE)));
    world.poll(world.sheet);
    world.push(world.sheet);
    world.rest();

    assertThat(world.all("note")).containsExactly("12.5", "12.5", "12.5");
  }

  @Test
  void a_field_that_is_read_otherwise_still_brings_what_had_not_arrived() {
    World world = World.with(hoards, fees(2, new FieldRule.Latest())).inStepWith(1);
    world.editSeen(world.salesforce, "note", "7.25");

    world.startHubWith(fees(1, new FieldRule.Latest()));
    world.rest();

    assertThat(world.all("note")).containsExactly("7.25", "7.3", "7.3");
    assertThat(world.held()).isEmpty();
  }

  @Test
  void a_text_that_another_mapping_takes_for_a_value_waits_no_more() {
    World world = new World(hoards).inStepWith(1);
    world.systems.forEach(s -> s.takesForNoValue(text -> text.startsWith("ask ")));
    world.editSeen(world.sheet, "addr", "ask Bob");
    assertThat(world.held()).hasSize(1);
    List<Field> fields = new ArrayList<>(World.mapping().fields());
    Field longer = World.field("addr", new FieldRule.Latest(), 300);
    fields.replaceAll(f -> f.name().equals("addr") ? longer : f);

    world.systems.forEach(s -> s.takesForNoValue(text -> false));
    world.startHubWith(World.of(World.mapping(), fields));
    world.rest();

    assertThat(world.held()).isEmpty();
    assertThat(world.all("addr")).containsExactly("ask Bob", "ask Bob", "ask Bob");
  }

  /** Notes are amounts. */
  private static Mapping fees(int scale, FieldRule rule) {
    Field note = World.field("note", rule);
    Field fee =
        new Field(
            "note",
            Kind.NUMBER,
            false,
            255,
            false,
            scale,
            rule,
            List.of(),
            null,
            note.names(),
            Map.of(),
            1);
    Mapping mapping = World.without("note", World.mapping());
    List<Field> fields = new ArrayList<>(mapping.fields());
    fields.add(fee);
    return World.of(mapping, fields);
  }

  @Test
  void a_mapping_that_did_not_change_has_nothing_read_again() {
    World world = new World(hoards).inStepWith(2);
    world.rest();
    List<Checkpoint> before = checkpoints(world);
    long reads = world.salesforce.reads();

    world.startHubWith(World.mapping());

    assertThat(world.told).isEmpty();
    assertThat(checkpoints(world)).isEqualTo(before);
    world.rest();
    assertThat(world.salesforce.reads()).isEqualTo(reads);
  }

  @Test
  void another_owner_has_nothing_written_or_read_until_somebody_edits() {
    World world = new World(hoards).inStepWith(1);
    world.rest();
    List<Checkpoint> before = checkpoints(world);
    int written = world.written();
    List<Field> fields = new ArrayList<>(World.mapping().fields());
    fields.replaceAll(
        f -> f.name().equals("name") ? World.field("name", new FieldRule.Owner(SMARTSHEET)) : f);

    world.startHubWith(World.of(World.mapping(), fields));

    assertThat(checkpoints(world)).isEqualTo(before);
    world.rest();
    assertThat(world.written()).isEqualTo(written);
    world.editSeen(world.sheet, "name", "n1");
    world.editSeen(world.salesforce, "name", "n2");
    world.rest();
    assertThat(world.all("name")).containsExactly("n1", "n1", "n1");
  }

  @Test
  void a_new_field_is_no_mass_change_and_hides_none() {
    World world = without("addr", 60);
    for (int i = 1; i <= 60; i++) {
      world.sheet.edit("smartsheet" + i, "addr", "a" + i);
    }
    addField(world);
    world.rest();
    assertThat(world.stops()).isEmpty();

    World stopped = without("addr", 60);
    stopped.rest();
    for (int i = 1; i <= 60; i++) {
      stopped.sheet.edit("smartsheet" + i, "track", null);
    }
    stopped.startHubWith(World.mapping());
    stopped.poll(stopped.sheet);
    assertThat(stopped.stops()).hasSize(1);
  }

  @Test
  void what_was_deleted_while_the_mapping_changed_is_found_deleted() {
    World world =
        World.with(hoards, World.without("addr", World.mapping(new DeleteRule.Propagate())))
            .inStepWith(2);
    world.rest();
    world.salesforce.delete("salesforce1");

    world.startHubWith(World.mapping(new DeleteRule.Propagate()));
    world.rest();

    assertThat(world.sheet.isDeleted("smartsheet1")).isTrue();
    assertThat(world.sheet.isDeleted("smartsheet2")).isFalse();
  }

  @Test
  void a_write_of_a_field_that_is_no_longer_mapped_is_due_no_more() {
    World world = new World(hoards).inStepWith(1);
    world.editSeen(world.sheet, "addr", "a1");

    world.startHubWith(World.without("addr", world.mapping));

    for (FakeSystem system : world.systems) {
      assertThat(world.store.mayBeDue(List.of(world.mapping.type()), system.system())).isEmpty();
    }
  }

  @Test
  void a_field_that_is_mapped_once_more_has_forgotten_what_it_was() {
    World world = new World(hoards).inStepWith(1);
    world.startHubWith(World.without("memo", World.mapping()));
    world.systems.forEach(s -> s.edit(s.system().value() + "1", "memo", "m1"));
    world.rest();
    int written = world.written();

    world.startHubWith(World.mapping());
    world.rest();

    assertThat(record(world, "K0").agreed().get("memo")).isEqualTo("m1");
    assertThat(world.written()).isEqualTo(written);
    assertThat(world.held()).isEmpty();
  }

  @Test
  void a_new_field_waits_with_a_reason_for_a_copy_that_no_read_shows() {
    World world = without("addr", 1);
    world.sheet.edit("smartsheet1", "addr", "a1");
    world.fulfillment.edit("fulfillment1", "addr", null);
    world.rest();
    world.salesforce.hide("salesforce1");
    world.startHubWith(World.mapping());

    world.rest();

    Dossier dossier = world.dossiers().values().iterator().next();
    assertThat(Due.of(world.mapping, dossier, FULFILLMENT).blocked())
        .isEqualTo("waits until salesforce was read again, as the mapping of addr changed");
    world.salesforce.showAgain("salesforce1");
    world.editSeen(world.salesforce, "addr", "a1");
    world.rest();
    assertThat(world.all("addr")).containsExactly("a1", "a1", "a1");
  }

  @Test
  void a_dropped_field_that_is_put_back_while_it_is_being_dropped_is_emptied_nowhere() {
    boolean cutOff = true;
    for (int at = 0; cutOff; at++) {
      World world = new World(hoards).inStepWith(2);
      holdMemo(world);
      world.rest();

      cutOff =
          world.startIsCutOff(World.without("addr", World.without("memo", World.mapping())), at);
      world.startHubWith(World.mapping());
      world.editSeen(world.sheet, "note", "o1");
      world.rest();

      assertThat(world.all("addr")).as("killed at %d", at).containsExactly("a0", "a0", "a0");
      assertThat(world.sheet.shown("smartsheet1", "addr")).doesNotContainNull();
      assertThat(world.all("memo")).as("killed at %d", at).containsExactly("m1", "m2", "m0");
      assertThat(world.held()).extracting(HeldField::field).contains("memo");
    }
  }

  @Test
  void an_edit_that_had_not_arrived_survives_a_start_that_is_killed_while_its_field_is_dropped() {
    boolean cutOff = true;
    for (int at = 0; cutOff; at++) {
      World world = new World(hoards).inStepWith(2);
      world.editSeen(world.salesforce, "addr", "a1");

      cutOff = world.startIsCutOff(World.without("addr", World.mapping()), at);
      world.startHubWith(World.mapping());
      world.editSeen(world.salesforce, "name", "n1");
      world.pass(100);
      world.poll(world.sheet);
      world.pass(100);
      world.editSeen(world.sheet, "note", "o1");
      world.rest();

      assertThat(world.salesforce.shown("salesforce1", "addr"))
          .as("killed at %d", at)
          .containsExactly("a0", "a1");
    }
  }

  @Test
  void a_reading_that_is_put_back_while_it_is_being_changed_leaves_no_edit_behind() {
    boolean cutOff = true;
    for (int at = 0; cutOff; at++) {
      World world = World.with(hoards, fees(2, new FieldRule.Latest())).inStepWith(2);
      world.editSeen(world.salesforce, "note", "12.5");
      world.rest();
      int written = world.written();

      cutOff = world.startIsCutOff(fees(0, new FieldRule.Latest()), at);
      world.startHubWith(fees(2, new FieldRule.Latest()));
      world.rest();
      world.editSeen(world.sheet, "note", "14.25");
      world.rest();

      assertThat(world.all("note")).as("killed at %d", at).containsOnly("14.25");
      assertThat(world.held()).as("killed at %d", at).isEmpty();
      assertThat(world.written()).as("that edit alone").isEqualTo(written + 2);
    }
  }

  @Test
  void a_start_that_is_killed_at_any_step_is_made_good_by_the_next() {
    boolean cutOff = true;
    for (int at = 0; cutOff; at++) {
      World world = World.with(hoards, fees(2, new FieldRule.Latest())).inStepWith(2);
      world.editSeen(world.salesforce, "note", "12.5");
      world.rest();
      holdMemo(world);
      int written = world.written();
      Mapping next = World.without("memo", fees(0, new FieldRule.Latest()));

      cutOff = world.startIsCutOff(next, at);
      world.startHubWith(next);
      world.rest();

      assertThat(world.all("note")).as("killed at %d", at).containsOnly("12.5");
      assertThat(world.all("memo")).as("killed at %d", at).containsExactly("m1", "m2", "m0");
      assertThat(world.held()).isEmpty();
      assertThat(world.written()).as("killed at %d", at).isEqualTo(written);
    }
  }

  /** The sheet's columns get other titles, and the mapping with them. */
  private static Mapping retitled(World world, String... columns) {
    List<Field> fields = new ArrayList<>(World.mapping().fields());
    for (String name : columns) {
      String title = "New " + name;
      world.sheet.calls(name, title);
      Map<SystemName, String> names =
          Map.of(SALESFORCE, name, SMARTSHEET, title, FULFILLMENT, name);
      fields.replaceAll(f -> f.name().equals(name) ? World.field(name, f.rule(), names) : f);
    }
    return World.of(World.mapping(), fields);
  }

  @Test
  void what_had_not_arrived_arrives_in_a_column_that_only_got_another_title() {
    World world = new World(hoards).inStepWith(2);
    world.systems.forEach(s -> s.isReadBy(world.mapping));
    world.editSeen(world.salesforce, "note", "o1");
    world.editSeen(world.salesforce, "addr", null);

    world.startHubWith(retitled(world, "note", "addr"));
    world.rest();

    assertThat(world.held()).isEmpty();
    assertThat(world.all("note")).containsExactly("o1", "o1", "o1");
    assertThat(world.all("addr")).containsExactly(null, null, null);
  }

  @Test
  void a_long_text_comes_back_whole_with_its_field_whichever_copy_is_read_first() {
    String whole = "A text that is too long for the sheet, as it holds no more than sixty of them";
    for (boolean sheetFirst : List.of(true, false)) {
      World world = World.with(hoards, shortened()).inStepWith(1);
      world.sheet.renders("note", NamedMappingChanges::asTheSheetHoldsIt);
      world.editSeen(world.salesforce, "note", whole);
      world.rest();
      String cut = world.sheet.get("smartsheet1", "note");
      assertThat(cut).contains("[cut: 77 characters");

      world.startHubWith(World.without("note", shortened()));
      world.fulfillment.edit("fulfillment1", "note", null);
      world.startHubWith(shortened());
      world.poll(sheetFirst ? world.sheet : world.salesforce);
      world.rest();

      assertThat(world.all("note")).containsExactly(whole, cut, whole);
      assertThat(world.held()).isEmpty();
    }
  }

  private static String asTheSheetHoldsIt(String note) {
    Values values = Values.of(Map.of("note", note));
    return (String)
        Conversion.toNative(shortened(), SMARTSHEET, Set.of("note"), values).get("note");
  }

  /** The sheet, whose notes are preferred, holds sixty characters of them. */
  private static Mapping shortened() {
    List<Field> fields = new ArrayList<>(World.mapping().fields());
    Field note = World.field("note", new FieldRule.Prefer(SMARTSHEET));
    Field less =
        new Field(
            "note",
            Kind.TEXT,
            false,
            255,
            false,
            0,
            note.rule(),
            List.of(),
            null,
            note.names(),
            Map.of(SMARTSHEET, 60),
            1);
    fields.replaceAll(f -> f.name().equals("note") ? less : f);
    return World.of(World.mapping(), fields);
  }

  @Test
  void a_text_that_a_column_cuts_is_no_edit_once_it_gets_another_title() {
    World world = new World(hoards).inStepWith(1);
    world.sheet.renders("note", text -> text.length() > 4 ? text.substring(0, 4) : text);
    world.editSeen(world.salesforce, "note", "longer");
    world.rest();
    assertThat(world.all("note")).containsExactly("longer", "long", "longer");
    int written = world.written();

    world.startHubWith(retitled(world, "note"));
    world.rest();

    assertThat(world.all("note")).containsExactly("longer", "long", "longer");
    assertThat(world.written()).isEqualTo(written);
  }

  @Test
  void two_records_whose_keys_become_one_are_kept_apart_and_nothing_is_written() {
    World world = World.with(hoards, keyed(false)).inStepWith(1);
    Map<String, String> other = World.partner("k0");
    other.put("name", "another");
    world.systems.forEach(s -> s.create(other));
    world.rest();
    int written = world.written();

    readKeysInUpperCase(world);

    assertThat(world.dossiers()).hasSize(2);
    assertThat(world.written()).isEqualTo(written);
    assertThat(world.salesforce.get("salesforce2", "name")).isEqualTo("another");
  }

  @Test
  void a_key_that_is_read_in_upper_case_from_now_on_is_nobodys_rename() {
    World world = World.with(hoards, keyed(false));
    world.systems.forEach(s -> s.create(World.partner("k0")));
    world.rest();
    int written = world.written();

    readKeysInUpperCase(world);

    assertThat(world.dossiers()).hasSize(1);
    assertThat(world.strays()).isEmpty();
    assertThat(world.all("key")).containsExactly("k0", "k0", "k0");
    assertThat(world.written()).as("that edit alone").isEqualTo(written + 2);
  }

  private static void readKeysInUpperCase(World world) {
    world.startHubWith(keyed(true));
    world.rest();
    world.editSeen(world.sheet, "track", "t1");
    world.rest();
  }

  private static Mapping keyed(boolean upperCase) {
    List<Field> fields = new ArrayList<>(World.mapping().fields());
    fields.replaceAll(
        f ->
            f.name().equals("key")
                ? new Field(
                    "key", Kind.TEXT, false, 255, upperCase, 0, f.rule(), List.of(), null,
                    f.names(), Map.of(), 1)
                : f);
    return World.of(World.mapping(), fields);
  }
}
