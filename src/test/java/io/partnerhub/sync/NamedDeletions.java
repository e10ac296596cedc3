package io.partnerhub.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.mapping.DeleteRule;
import io.partnerhub.sync.FakeSystem.Fault;
import io.partnerhub.sync.held.Choice;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Histories of deletions under the rules that make other copies follow. */
abstract class NamedDeletions {

  private final Function<Clock, Hoard> hoards;
  private World world;

  NamedDeletions(Function<Clock, Hoard> hoards) {
    this.hoards = hoards;
  }

  private void inStep(DeleteRule rule) {
    world = new World(hoards, rule).inStepWith(2);
  }

  private void delete(FakeSystem system) {
    world.pass(4);
    system.delete(system.system().value() + "1");
  }

  private List<Integer> live() {
    return world.systems.stream().map(s -> s.liveIds().size()).toList();
  }

  private List<Integer> liveOf(String key) {
    return world.systems.stream().map(s -> s.liveWith("key", key).size()).toList();
  }

  @Test
  void propagate_a_deletion_ends_the_record_everywhere_and_nothing_else() {
    inStep(new DeleteRule.Propagate());
    delete(world.sheet);

    world.rest();

    assertThat(liveOf("K0")).containsExactly(0, 0, 0);
    assertThat(liveOf("K1")).containsExactly(1, 1, 1);
    assertThat(world.hoard.decisions())
        .filteredOn(d -> d.verdict() == Decision.Verdict.SENT && d.field() == null)
        .hasSize(2)
        .allSatisfy(
            d -> assertThat(d.because()).matches("propagate: .+, from smartsheet, read \\d+"));
  }

  @Test
  void propagate_a_picture_from_before_the_delete_revives_nothing() {
    inStep(new DeleteRule.Propagate());
    world.edit(world.salesforce, "memo", "m0");
    world.salesforce.afterNextRead(
        () -> {
          delete(world.sheet);
          world.sweep(world.sheet);
          world.poll(world.sheet);
          world.push(world.salesforce);
        });

    world.poll(world.salesforce);
    world.rest();

    assertThat(liveOf("K0")).containsExactly(0, 0, 0);
  }

  @Test
  void propagate_deleted_here_and_edited_there_is_held_and_nothing_is_deleted() {
    inStep(new DeleteRule.Propagate());
    delete(world.sheet);
    world.sweep(world.sheet);
    world.edit(world.salesforce, "memo", "m1");

    world.rest();

    assertThat(liveOf("K0")).containsExactly(1, 0, 1);
    assertThat(world.first().held().get("memo").why()).isEqualTo(Hold.Why.DELETED_ELSEWHERE);
  }

  @Test
  void propagate_an_edit_found_by_the_read_before_the_delete_stops_it() {
    inStep(new DeleteRule.Propagate());
    delete(world.sheet);
    world.sweep(world.sheet);
    world.edit(world.fulfillment, "addr", "B");

    world.push(world.fulfillment);

    assertThat(world.fulfillment.liveIds()).hasSize(2);
    assertThat(world.first().held()).containsKey("addr");
  }

  @Test
  void propagate_an_edit_that_was_on_its_way_to_the_deleted_copy_is_held() {
    inStep(new DeleteRule.Propagate());
    world.editSeen(world.salesforce, "memo", "m1");
    delete(world.sheet);

    world.rest();

    assertThat(liveOf("K0")).containsExactly(1, 0, 1);
    assertThat(world.first().held().get("memo").candidates())
        .containsExactly(Map.entry(world.salesforce.system(), "m1"));
  }

  @Test
  void propagate_choosing_the_edit_makes_the_copy_again() {
    propagate_deleted_here_and_edited_there_is_held_and_nothing_is_deleted();

    world.choose("K0", "memo", new Choice.Candidate(world.salesforce.system()));
    world.rest();

    assertThat(liveOf("K0")).containsExactly(1, 1, 1);
    assertThat(world.sheet.get("smartsheet3", "memo")).isEqualTo("m1");
    assertThat(world.first().held()).isEmpty();
  }

  @Test
  void propagate_choosing_the_agreed_value_lets_the_deletion_go_on() {
    propagate_deleted_here_and_edited_there_is_held_and_nothing_is_deleted();

    world.choose("K0", "memo", new Choice.Agreed());
    world.rest();

    assertThat(liveOf("K0")).containsExactly(0, 0, 0);
  }

  @Test
  void propagate_a_delete_whose_answer_is_lost_is_done_once() {
    inStep(new DeleteRule.Propagate());
    delete(world.sheet);
    world.sweep(world.sheet);
    world.push(world.salesforce, Fault.EFFECT_NO_ANSWER);
    world.push(world.fulfillment, Fault.LANDS_LATER);

    world.rest();

    assertThat(liveOf("K0")).containsExactly(0, 0, 0);
    assertThat(world.salesforce.effects()).hasSize(1);
  }

  @Test
  void propagate_an_undelete_brings_the_copies_back_that_the_hub_deleted() {
    inStep(new DeleteRule.Propagate());
    delete(world.salesforce);
    world.rest();
    world.salesforce.undelete("salesforce1");

    world.rest();

    assertThat(liveOf("K0")).containsExactly(1, 1, 1);
    assertThat(live()).containsExactly(2, 2, 2);
  }

  @Test
  void propagate_a_copy_that_people_bring_back_elsewhere_is_held() {
    inStep(new DeleteRule.Propagate());
    delete(world.sheet);
    world.rest();
    world.salesforce.undelete("salesforce1");

    world.rest();

    assertThat(liveOf("K0")).containsExactly(1, 0, 0);
    assertThat(world.first().held().get("key").why()).isEqualTo(Hold.Why.REVIVED);
  }

  @Test
  void propagate_choosing_what_was_brought_back_makes_all_copies_again() {
    propagate_a_copy_that_people_bring_back_elsewhere_is_held();

    world.choose("#" + world.first().id(), "key", new Choice.Candidate(world.salesforce.system()));
    world.rest();

    assertThat(liveOf("K0")).containsExactly(1, 1, 1);
  }

  @Test
  void propagate_the_key_of_a_record_that_is_over_is_free_for_a_new_one() {
    inStep(new DeleteRule.Propagate());
    delete(world.sheet);
    world.rest();
    world.salesforce.create(Map.of("key", "K0", "name", "another"));

    world.rest();

    assertThat(liveOf("K0")).containsExactly(1, 1, 1);
    assertThat(world.sheet.get("smartsheet3", "name")).isEqualTo("another");
    assertThat(world.dossiers().values()).allSatisfy(d -> assertThat(d.record().held()).isEmpty());
  }

  @Test
  void propagate_nothing_is_added_where_the_record_was_deleted_before_it_came_there() {
    world = new World(hoards, new DeleteRule.Propagate()).inStepWith(1);
    world.salesforce.create(World.partner("N"));
    world.poll(world.salesforce);
    world.push(world.sheet);
    world.salesforce.delete("salesforce2");

    world.rest();

    assertThat(liveOf("N")).containsExactly(0, 0, 0);
  }

  @Test
  void restore_a_deleted_copy_is_made_again_with_the_newest_values() {
    inStep(new DeleteRule.Restore());
    world.editSeen(world.salesforce, "memo", "m1");
    delete(world.sheet);

    world.rest();

    assertThat(liveOf("K0")).containsExactly(1, 1, 1);
    assertThat(world.sheet.get("smartsheet3", "memo")).isEqualTo("m1");
    assertThat(world.sheet.get("smartsheet3", "name")).isEqualTo("n0");
  }

  @Test
  void restore_a_picture_of_the_old_copy_is_not_taken_for_the_new_one() {
    inStep(new DeleteRule.Restore());
    world.edit(world.salesforce, "memo", "m1");
    world.salesforce.afterNextRead(
        () -> {
          delete(world.salesforce);
          world.poll(world.salesforce);
          world.poll(world.salesforce);
        });

    world.poll(world.salesforce);
    world.rest();

    assertThat(live()).containsExactly(2, 2, 2);
    assertThat(world.strays()).isEmpty();
    assertThat(world.hoard.decisions())
        .filteredOn(d -> d.verdict() == Decision.Verdict.DELETED)
        .hasSize(1);
  }

  @Test
  void restore_a_row_that_was_cut_and_pasted_before_a_write_to_it_is_not_made_beside_the_new_one() {
    inStep(new DeleteRule.Restore());
    world.editSeen(world.salesforce, "addr", "B");
    delete(world.sheet);
    world.sheet.create(World.partner("K0"));

    world.push(world.sheet);
    assertThat(liveOf("K0")).containsExactly(1, 1, 1);

    world.rest();
    assertThat(liveOf("K0")).containsExactly(1, 1, 1);
    assertThat(world.sheet.get("smartsheet3", "addr")).isEqualTo("B");
  }

  @Test
  void restore_a_fight_over_a_copy_is_held_after_three() {
    inStep(new DeleteRule.Restore());
    for (int i = 0; i < 4; i++) {
      world.sheet.delete(world.sheet.liveWith("key", "K0").get(0));
      world.sweep(world.sheet);
      world.push(world.sheet);
    }

    world.rest();

    assertThat(liveOf("K0")).containsExactly(1, 0, 1);
    assertThat(world.first().held().get("key").why()).isEqualTo(Hold.Why.DELETED_AGAIN);
  }

  @Test
  void restore_choosing_the_agreed_value_makes_the_copy_once_more() {
    restore_a_fight_over_a_copy_is_held_after_three();

    assertThatThrownBy(() -> world.choose("K0", "key", new Choice.Candidate(world.sheet.system())))
        .isInstanceOf(ChoiceRefused.class);
    world.choose("K0", "key", new Choice.Agreed());
    world.rest();

    assertThat(liveOf("K0")).containsExactly(1, 1, 1);
  }

  @Test
  void restore_an_owner_whose_copy_is_made_again_keeps_its_word() {
    inStep(new DeleteRule.Restore());
    world.edit(world.salesforce, "name", "N");
    world.rest();
    delete(world.salesforce);
    world.poll(world.salesforce);
    world.edit(world.sheet, "name", "X");

    world.rest();

    assertThat(world.sheet.get("smartsheet1", "name")).isEqualTo("N");
  }

  @Test
  void ignore_a_deletion_changes_nothing_elsewhere_and_edits_go_on() {
    inStep(new DeleteRule.Ignore());
    delete(world.sheet);
    world.rest();
    world.edit(world.salesforce, "memo", "m1");

    world.rest();

    assertThat(liveOf("K0")).containsExactly(1, 0, 1);
    assertThat(world.fulfillment.get("fulfillment1", "memo")).isEqualTo("m1");
    assertThat(world.first().held()).isEmpty();
  }

  @Test
  void mark_who_has_seen_the_mark_may_edit_on() {
    inStep(new DeleteRule.Mark("status", "removed"));
    delete(world.sheet);
    world.rest();
    world.edit(world.salesforce, "memo", "m1");

    world.rest();

    assertThat(world.fulfillment.get("fulfillment1", "memo")).isEqualTo("m1");
    assertThat(world.fulfillment.get("fulfillment1", "status")).isEqualTo("removed");
  }

  @Test
  void mark_a_status_is_marked_only_along_its_transitions() {
    inStep(new DeleteRule.Mark("step", "requested"));
    world.edit(world.fulfillment, "step", "active");
    world.rest();
    delete(world.sheet);

    world.rest();

    assertThat(world.salesforce.get("salesforce1", "step")).isEqualTo("active");
  }

  @Test
  void mark_an_order_that_cannot_be_cancelled_goes_on_elsewhere() {
    inStep(new DeleteRule.Mark("step", "requested"));
    world.edit(world.fulfillment, "step", "active");
    world.rest();
    delete(world.salesforce);
    world.rest();

    world.edit(world.fulfillment, "step", "suspended");
    world.edit(world.sheet, "memo", "m1");
    world.rest();

    assertThat(world.first().held()).isEmpty();
    assertThat(world.sheet.get("smartsheet1", "step")).isEqualTo("suspended");
    assertThat(world.fulfillment.get("fulfillment1", "memo")).isEqualTo("m1");
    assertThat(world.hoard.decisions())
        .contains(
            new Decision(
                Decision.Verdict.LATE,
                "step",
                "requested",
                "active",
                "mark: deleted in salesforce, and no step leads from active to requested"));
  }

  @Test
  void mark_who_has_seen_the_mark_may_edit_the_marked_field_and_others() {
    inStep(new DeleteRule.Mark("status", "removed"));
    delete(world.salesforce);
    world.rest();

    world.edit(world.sheet, "memo", "m1");
    world.edit(world.sheet, "status", "active");
    world.rest();
    world.edit(world.sheet, "addr", "B");
    world.rest();

    assertThat(world.first().held()).isEmpty();
    assertThat(world.fulfillment.get("fulfillment1", "memo")).isEqualTo("m1");
    assertThat(world.fulfillment.get("fulfillment1", "status")).isEqualTo("active");
    assertThat(world.fulfillment.get("fulfillment1", "addr")).isEqualTo("B");
  }

  @Test
  void mark_who_took_an_illegal_step_from_the_mark_may_edit_other_fields() {
    inStep(new DeleteRule.Mark("step", "cancelled"));
    delete(world.salesforce);
    world.rest();

    world.edit(world.sheet, "step", "active");
    world.rest();
    world.edit(world.sheet, "memo", "m1");
    world.rest();

    assertThat(world.first().held()).containsOnlyKeys("step");
    assertThat(world.first().held().get("step").why()).isEqualTo(Hold.Why.ILLEGAL_STEP);
    assertThat(world.fulfillment.get("fulfillment1", "memo")).isEqualTo("m1");
  }

  @Test
  void mark_an_edit_of_a_copy_that_does_not_show_the_mark_yet_is_held() {
    inStep(new DeleteRule.Mark("status", "removed"));
    delete(world.salesforce);
    world.poll(world.salesforce);
    world.edit(world.sheet, "memo", "m1");
    world.pass(1);
    world.sheet.edit("smartsheet1", "status", "paused");
    world.rest();

    assertThat(world.first().held()).containsOnlyKeys("memo", "status");
    assertThat(world.first().held().values())
        .allMatch(hold -> hold.why() == Hold.Why.DELETED_ELSEWHERE);
  }

  @Test
  void mark_an_edit_of_the_status_that_the_written_mark_replaced_unseen_is_held() {
    inStep(new DeleteRule.Mark("step", "cancelled"));
    delete(world.salesforce);
    world.poll(world.salesforce);
    world.sheet.beforeNextEffect(() -> world.sheet.edit("smartsheet1", "step", "shipped"));

    world.push(world.sheet);
    world.rest();

    assertThat(world.first().held().get("step").why()).isEqualTo(Hold.Why.DELETED_ELSEWHERE);
  }

  /** Salesforce's edit gives the partner's row to another sheet; no answer to the move comes. */
  private void moveIsLost(DeleteRule rule, Fault fault) {
    world = World.withANorthernSheet(hoards, rule).inStepWith(2);
    world.editSeen(world.salesforce, "addr", "North");
    world.push(world.sheet, fault);
  }

  private void isInStepInTheNorth() {
    assertThat(liveOf("K0")).containsExactly(1, 1, 1);
    assertThat(world.sheet.liveIn(World.NORTH)).containsExactly("smartsheet3");
    assertThat(world.sheet.get("smartsheet3", "addr")).isEqualTo("North");
    assertThat(world.fulfillment.get("fulfillment1", "status")).isEqualTo("active");
    assertThat(world.first().held()).isEmpty();
    assertThat(world.strays()).isEmpty();
    assertThat(world.hoard.decisions()).noneMatch(d -> d.verdict() == Decision.Verdict.DELETED);
  }

  @Test
  void mark_a_move_whose_answer_is_lost_is_no_deletion() {
    moveIsLost(new DeleteRule.Mark("status", "removed"), Fault.EFFECT_NO_ANSWER);

    world.rest();

    isInStepInTheNorth();
  }

  @Test
  void propagate_a_move_whose_answer_is_lost_is_no_deletion() {
    moveIsLost(new DeleteRule.Propagate(), Fault.EFFECT_NO_ANSWER);

    world.rest();

    isInStepInTheNorth();
  }

  @Test
  void restore_a_move_whose_answer_is_lost_is_no_deletion() {
    moveIsLost(new DeleteRule.Restore(), Fault.EFFECT_NO_ANSWER);

    world.rest();

    isInStepInTheNorth();
  }

  @Test
  void mark_a_move_that_lands_late_is_no_deletion() {
    moveIsLost(new DeleteRule.Mark("status", "removed"), Fault.LANDS_LATER);

    world.rest();

    isInStepInTheNorth();
  }

  @Test
  void mark_a_move_that_was_never_made_is_made_again() {
    moveIsLost(new DeleteRule.Mark("status", "removed"), Fault.NO_EFFECT_NO_ANSWER);

    world.rest();

    isInStepInTheNorth();
  }

  @Test
  void mark_what_a_lost_move_brought_along_is_no_edit_though_the_record_has_moved_on() {
    world =
        World.withANorthernSheet(hoards, new DeleteRule.Mark("status", "removed")).inStepWith(2);
    world.edit(world.salesforce, "memo", "m1");
    world.editSeen(world.salesforce, "addr", "North");
    world.push(world.sheet, Fault.EFFECT_NO_ANSWER);
    world.edit(world.salesforce, "memo", "m2");
    world.sheet.edit("smartsheet3", "note", "typed there");

    world.rest();

    isInStepInTheNorth();
    assertThat(world.all("memo").get(0)).isEqualTo("m2");
    assertThat(world.sheet.get("smartsheet3", "memo")).isEqualTo("m2");
    assertThat(world.salesforce.get("salesforce1", "note")).isEqualTo("typed there");
  }

  @Test
  void mark_a_row_that_moved_without_its_new_values_gets_them() {
    moveIsLost(new DeleteRule.Mark("status", "removed"), Fault.EFFECT_NO_ANSWER);
    world.sheet.edit("smartsheet3", "addr", "a0"); // the call that was to bring them never came

    world.rest();

    isInStepInTheNorth();
  }

  @Test
  void mark_a_renamed_row_is_found_where_a_lost_move_brought_it() {
    moveIsLost(new DeleteRule.Mark("status", "removed"), Fault.EFFECT_NO_ANSWER);
    world.edit(world.salesforce, "key", "K9");

    world.rest();

    assertThat(liveOf("K9")).containsExactly(1, 1, 1);
    assertThat(world.sheet.liveIn(World.NORTH)).containsExactly("smartsheet3");
    assertThat(world.strays()).isEmpty();
  }

  @Test
  void propagate_a_row_that_a_lost_move_brought_along_is_deleted_with_its_record() {
    moveIsLost(new DeleteRule.Propagate(), Fault.EFFECT_NO_ANSWER);
    delete(world.salesforce);

    world.rest();

    assertThat(liveOf("K0")).containsExactly(0, 0, 0);
    assertThat(world.strays()).isEmpty();
  }

  @Test
  void mark_a_row_that_is_nowhere_after_a_lost_move_is_made_again() {
    moveIsLost(new DeleteRule.Mark("status", "removed"), Fault.EFFECT_NO_ANSWER);
    world.sheet.delete("smartsheet3");

    world.rest();

    assertThat(world.sheet.liveIn(World.NORTH)).containsExactly("smartsheet4");
    assertThat(world.fulfillment.get("fulfillment1", "status")).isEqualTo("active");
  }

  /** The second partner's row stands below the first one's, which the hub moves. */
  private void rowBelowGoesAlong(DeleteRule rule) {
    world = World.withANorthernSheet(hoards, rule).inStepWith(2);
    world.sheet.indent("smartsheet2", "smartsheet1");

    world.editSeen(world.salesforce, "addr", "North");
    world.push(world.sheet);
    world.rest();
  }

  @Test
  void mark_a_row_that_a_move_took_along_is_not_deleted_and_comes_back() {
    rowBelowGoesAlong(new DeleteRule.Mark("status", "removed"));

    assertThat(liveOf("K1")).containsExactly(1, 1, 1);
    assertThat(world.fulfillment.get("fulfillment2", "status")).isEqualTo("active");
    assertThat(world.sheet.liveIn("smartsheet")).hasSize(1);
    assertThat(world.strays()).isEmpty();
  }

  @Test
  void propagate_a_row_that_a_move_took_along_is_not_deleted_and_comes_back() {
    rowBelowGoesAlong(new DeleteRule.Propagate());

    assertThat(liveOf("K1")).containsExactly(1, 1, 1);
    assertThat(world.sheet.liveIn(World.NORTH)).hasSize(1);
    assertThat(world.strays()).isEmpty();
  }

  @Test
  void mark_a_row_that_a_move_took_along_while_it_was_written_is_not_deleted() {
    world =
        World.withANorthernSheet(hoards, new DeleteRule.Mark("status", "removed")).inStepWith(2);
    world.sheet.indent("smartsheet2", "smartsheet1");
    world.salesforce.edit("salesforce2", "memo", "m9");
    world.poll(world.salesforce);
    world.sheet.beforeNextEffect(
        () -> {
          world.editSeen(world.salesforce, "addr", "North");
          world.push(world.sheet);
        });

    world.push(world.sheet);
    world.rest();

    assertThat(liveOf("K1")).containsExactly(1, 1, 1);
    assertThat(world.fulfillment.get("fulfillment2", "status")).isEqualTo("active");
    String row = world.sheet.liveWith("key", "K1").get(0);
    assertThat(world.sheet.get(row, "memo")).isEqualTo("m9");
  }

  @Test
  void mark_a_row_of_no_record_that_a_move_took_along_is_known_where_it_is() {
    world =
        World.withANorthernSheet(hoards, new DeleteRule.Mark("status", "removed")).inStepWith(2);
    world.sheet.indent(world.sheet.copy("smartsheet2"), "smartsheet1");
    world.poll(world.sheet);
    assertThat(world.strays()).containsExactly("smartsheet3 DOUBLE_KEY");

    world.editSeen(world.salesforce, "addr", "North");
    world.push(world.sheet);
    world.rest();

    assertThat(world.sheet.liveIn(World.NORTH)).containsExactly("smartsheet4", "smartsheet5");
    assertThat(world.strays()).containsExactly("smartsheet5 DOUBLE_KEY");
  }
}
