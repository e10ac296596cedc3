package io.partnerhub.sync;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.mapping.DeleteRule;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.FakeSystem.Fault;
import io.partnerhub.sync.merge.Endings;
import io.partnerhub.sync.store.Stop;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What becomes of records whose mapping names a system more, or one less, than it did. */
abstract class NamedSides {

  private static final DeleteRule MARK = new DeleteRule.Mark("status", "removed");
  private static final DeleteRule PROPAGATE = new DeleteRule.Propagate();
  private static final SystemName[] TWO = {SALESFORCE, SMARTSHEET};
  private static final SystemName[] THREE = {SALESFORCE, SMARTSHEET, FULFILLMENT};

  private final Function<Clock, Hoard> hoards;
  World world;

  NamedSides(Function<Clock, Hoard> hoards) {
    this.hoards = hoards;
  }

  /** Partners that two systems know, and a third that holds none of them. */
  World twoInStepWith(int partners) {
    world = World.in(hoards, MARK, TWO);
    for (int i = 0; i < partners; i++) {
      world.salesforce.create(World.partner("K" + i));
    }
    return world.rest();
  }

  private void threeInStepWith(int partners, DeleteRule onDelete) {
    world = World.in(hoards, onDelete, THREE).inStepWith(partners);
  }

  void join() {
    world.startHubIn(MARK, THREE);
  }

  private void leave(DeleteRule onDelete) {
    world.startHubIn(onDelete, TWO);
  }

  private String fulfillment(String field) {
    return world.fulfillment.get("fulfillment1", field);
  }

  @Test
  void a_system_that_joins_gets_the_records_from_before() {
    twoInStepWith(3);
    join();

    world.rest();

    assertThat(world.fulfillment.liveIds()).hasSize(3);
    assertThat(world.fulfillment.get("fulfillment2", "addr")).isEqualTo("a0");
    assertThat(world.all("key")).containsExactly("K0", "K0", "K0");
  }

  @Test
  void an_edit_after_a_system_joined_reaches_it() {
    twoInStepWith(1);
    join();
    world.rest();

    world.editSeen(world.salesforce, "addr", "a1");
    world.rest();

    assertThat(world.all("addr")).containsExactly("a1", "a1", "a1");
  }

  @Test
  void nothing_is_written_before_a_system_that_joins_was_read() {
    twoInStepWith(1);
    world.edit(world.salesforce, "addr", "a1");
    join();
    world.poll(world.salesforce);

    world.push(world.fulfillment);
    world.push(world.sheet);

    assertThat(world.fulfillment.liveIds()).isEmpty();
    assertThat(world.sheet.get("smartsheet1", "addr")).isEqualTo("a0");

    world.poll(world.fulfillment);
    world.push(world.fulfillment);
    world.push(world.sheet);

    assertThat(world.fulfillment.liveIds()).hasSize(1);
    assertThat(world.sheet.get("smartsheet1", "addr")).isEqualTo("a1");
  }

  @Test
  void rows_of_known_keys_in_a_system_that_joins_are_matched_and_stop_no_others() {
    twoInStepWith(2);
    Map<String, String> known = World.partner("K0");
    known.put("memo", "m9");
    known.put("name", "n9");
    world.fulfillment.create(known);
    world.fulfillment.create(World.partner("K9"));
    join();

    world.poll(world.fulfillment);
    assertThat(world.hoard.records()).as("K9 is a record too").hasSize(3);
    world.rest();

    assertThat(world.fulfillment.liveIds()).as("K0, K1 and K9, each once").hasSize(3);
    assertThat(world.salesforce.liveIds()).hasSize(3);
    assertThat(world.strays()).isEmpty();
    assertThat(world.all("name")).as("Salesforce owns it").containsExactly("n0", "n0", "n0");
    assertThat(world.all("memo")).as("no base: held").containsExactly("m0", "m0", "m9");
    assertThat(world.first().held()).containsOnlyKeys("memo");
  }

  @Test
  void two_rows_of_a_known_key_in_a_system_that_joins_take_nothing_back_that_was_agreed() {
    twoInStepWith(1);
    world.editSeen(world.salesforce, "addr", "a1");
    world.fulfillment.pagesOf(1);
    world.fulfillment.create(World.partner("K0"));
    world.fulfillment.create(World.partner("K0"));
    join();

    world.rest();

    assertThat(world.strays()).hasSize(2);
    assertThat(world.salesforce.get("salesforce1", "addr")).isEqualTo("a1");
    assertThat(world.sheet.get("smartsheet1", "addr")).isEqualTo("a1");
  }

  @Test
  void rows_of_one_key_in_a_system_that_joins_take_nothing_back_that_is_still_to_be_written() {
    world = World.in(hoards, MARK, SALESFORCE, FULFILLMENT).inStepWith(1);
    world.editSeen(world.fulfillment, "note", "o1");
    world.push(world.salesforce);
    world.salesforce.refuses("addr", "a1"::equals);
    world.editSeen(world.fulfillment, "addr", "a1");
    world.push(world.salesforce);
    world.sheet.create(World.partner("K0")); // beside the one that was there
    world.sheet.pagesOf(1);
    world.startHubIn(MARK, TWO);

    world.rest();

    assertThat(world.strays()).hasSize(2);
    assertThat(world.first().agreed().get("addr")).isEqualTo("a1");
  }

  @Test
  void an_edit_passes_a_letter_that_is_open_in_a_system_that_left() {
    threeInStepWith(1, MARK);
    world.fulfillment.refuses("addr", "a1"::equals);
    world.editSeen(world.salesforce, "addr", "a1");
    world.push(world.fulfillment);
    assertThat(world.letters()).hasSize(1);
    leave(MARK);

    world.editSeen(world.salesforce, "addr", "a2");
    world.rest();

    assertThat(world.sheet.get("smartsheet1", "addr")).isEqualTo("a2");
    assertThat(fulfillment("addr")).isEqualTo("a0");
  }

  @Test
  void an_edit_passes_a_call_that_is_open_in_a_system_that_left() {
    threeInStepWith(1, MARK);
    world.editSeen(world.salesforce, "addr", "a1");
    world.push(world.fulfillment, Fault.EFFECT_NO_ANSWER);
    leave(MARK);

    world.editSeen(world.salesforce, "addr", "a2");
    world.rest();

    assertThat(world.sheet.get("smartsheet1", "addr")).isEqualTo("a2");
    assertThat(fulfillment("addr")).isEqualTo("a1");
  }

  @Test
  void an_edit_passes_a_deletion_in_a_system_that_left() {
    threeInStepWith(1, MARK);
    world.fulfillment.delete("fulfillment1");
    world.poll(world.fulfillment);
    leave(MARK);

    world.editSeen(world.salesforce, "addr", "a2");
    world.rest();

    assertThat(world.sheet.get("smartsheet1", "addr")).isEqualTo("a2");
  }

  @Test
  void a_deletion_goes_to_the_systems_that_stayed() {
    threeInStepWith(1, PROPAGATE);
    leave(PROPAGATE);

    world.salesforce.delete("salesforce1");
    world.poll(world.salesforce);
    world.rest();

    assertThat(world.sheet.liveIds()).isEmpty();
    assertThat(world.fulfillment.liveIds()).hasSize(1);
  }

  @Test
  void a_record_that_ended_in_a_system_that_left_stays_ended() {
    threeInStepWith(1, PROPAGATE);
    world.fulfillment.delete("fulfillment1");
    world.poll(world.fulfillment);
    world.rest();
    leave(PROPAGATE);
    world.rest();
    assertThat(world.salesforce.liveIds()).isEmpty();
    Dossier ended = world.dossiers().values().iterator().next();
    assertThat(new Endings(world.mapping, ended).isOver()).isTrue();

    world.salesforce.create(World.partner("K0"));
    world.rest();

    assertThat(world.hoard.records()).as("the key was free").hasSize(2);
    assertThat(world.sheet.liveIds()).hasSize(1);
  }

  @Test
  void a_key_that_a_copy_in_a_system_that_left_still_shows_is_free() {
    threeInStepWith(1, MARK);
    leave(MARK);
    world.editSeen(world.salesforce, "key", "K1");
    world.rest();

    world.salesforce.create(World.partner("K0"));
    world.rest();

    assertThat(world.strays()).isEmpty();
    assertThat(world.sheet.liveIds()).hasSize(2);
  }

  @Test
  void a_system_that_is_back_keeps_the_edits_made_there_meanwhile() {
    threeInStepWith(2, MARK);
    leave(MARK);
    world.edit(world.fulfillment, "addr", "a7");
    world.edit(world.fulfillment, "memo", "m7");
    world.editSeen(world.salesforce, "memo", "m8");
    world.editSeen(world.salesforce, "name", "n8");
    world.rest();
    join();

    world.push(world.fulfillment);
    assertThat(fulfillment("name")).as("it was not read yet").isEqualTo("n0");
    world.rest();

    assertThat(world.all("name")).containsExactly("n8", "n8", "n8");
    assertThat(world.all("addr")).containsExactly("a7", "a7", "a7");
    assertThat(world.all("memo")).as("edited on both sides").containsExactly("m8", "m8", "m7");
    assertThat(world.first().held()).containsOnlyKeys("memo");
    assertThat(world.fulfillment.liveIds()).hasSize(2);
  }

  @Test
  void rows_typed_in_a_system_that_was_out_are_matched_when_it_is_back() {
    threeInStepWith(1, MARK);
    leave(MARK);
    world.salesforce.create(World.partner("N1"));
    world.rest();
    world.fulfillment.create(World.partner("N1"));
    join();

    world.rest();

    assertThat(world.fulfillment.liveIds()).hasSize(2);
    assertThat(world.strays()).isEmpty();
  }

  @Test
  void what_failed_in_a_system_is_tried_again_when_it_is_back() {
    threeInStepWith(1, MARK);
    world.fulfillment.refuses("addr", "a1"::equals);
    world.editSeen(world.salesforce, "addr", "a1");
    world.push(world.fulfillment);
    leave(MARK);
    world.editSeen(world.salesforce, "addr", "a2");
    world.rest();
    join();

    world.rest();

    assertThat(fulfillment("addr")).isEqualTo("a2");
    assertThat(world.letters()).isEmpty();
  }

  @Test
  void a_sheet_that_was_turned_over_while_it_was_out_is_asked_about() {
    world = World.in(hoards, MARK, FULFILLMENT, SALESFORCE, SMARTSHEET).inStepWith(30);
    world.startHubIn(MARK, SALESFORCE, FULFILLMENT);
    world.pass(5);
    for (int i = 1; i <= 25; i++) {
      world.sheet.edit("smartsheet" + i, "addr", "a9");
    }
    world.pass(5);
    join();

    world.poll(world.sheet);

    assertThat(world.stops()).extracting(Stop::changed).containsExactly(25);
    assertThat(world.first().agreed().get("addr")).isEqualTo("a0");
  }
}
