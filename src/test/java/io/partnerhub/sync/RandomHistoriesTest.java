package io.partnerhub.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.mapping.DeleteRule;
import io.partnerhub.store.TestStore;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.statistics.Statistics;

/**
 * Random histories of people, workers, lost answers and deaths: what must hold holds after each.
 */
class RandomHistoriesTest {

  /** Histories that run beside each other, on as many processors. */
  private static final int AT_ONCE = 2;

  private static final int ALL_IN_ONE_CALL = 100;
  private static final int ONE_A_CALL = 1;

  /** Two histories a try: six thousand in all. */
  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void whatever_happens_in_memory_must_hold_what_must_hold(
      @ForAll("someHistories") List<Plan> plans) {
    plans.parallelStream().forEach(plan -> plan.holds(Hoard::inMemory));
    plans.forEach(plan -> Statistics.label("events").collect(plan.events()));
    plans.forEach(plan -> Statistics.label("deletions").collect(plan.onDelete()));
    plans.forEach(plan -> Statistics.label("tens of steps").collect(plan.steps().size() / 10));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void whatever_happens_on_postgresql_must_hold_what_must_hold(@ForAll("histories") Plan plan) {
    plan.holds(Hoard::onPostgres);
    assertThat(TestStore.miscounted()).isEmpty();
  }

  /** Found by the property: a rename that the fence turns away just before an add of its key. */
  @Example
  void a_key_that_a_person_gave_to_a_row_meanwhile_is_not_added_beside_it() {
    holds(
        History.Start.IN_STEP,
        new DeleteRule.Restore(),
        false,
        """
            DELETE(1,1,0) POLL(0,0,0) POLL(1,0,0) SWEEP(0,0,0) POLL(0,0,0) GO_ON(0,1,0) GO_ON(0,1,4)
            POLL(4,7,6) GO_ON(5,7,0) GO_ON(4,2,1) POLL(0,6,5) GO_ON(2,2,6) GO_ON(7,6,0) GO_ON(2,8,5)
            GO_ON(5,0,5) PUSH(1,5,7) GO_ON(3,7,3) GO_ON(2,7,0) GO_ON(1,1,2) GO_ON(2,2,8)
            RENAME(7,1,1)""");
  }

  /** Found by the property: once more an edit is refused before what a write replaced is judged. */
  @Example
  void an_edit_that_a_write_replaced_is_found_behind_a_later_one() {
    holds(
        History.Start.IN_STEP,
        new DeleteRule.Mark("status", "removed"),
        true,
        """
            DELETE(1,0,0) EDIT(2,1,2) POLL(2,0,0) GO_ON(0,0,0) GO_ON(0,0,0) GO_ON(0,2,8) EDIT(7,0,8)
            PUSH(7,2,6) GO_ON(6,3,2) POLL(3,7,2) EDIT(6,1,4) EDIT(7,8,0) GO_ON(8,2,3) GO_ON(1,2,7)
            GO_ON(1,3,2) GO_ON(8,5,6) GO_ON(3,4,3) GO_ON(6,3,5) GO_ON(2,6,5) GO_ON(5,1,4)
            PUSH(4,6,2) EDIT(4,6,8)""");
  }

  /** Found by the property: what a write replaced was judged after a later edit was held. */
  @Example
  void a_held_edit_is_not_given_up_for_one_before_it() {
    holds(
        History.Start.IN_STEP,
        new DeleteRule.Mark("status", "removed"),
        true,
        ONE_A_CALL,
        """
            EDIT(2,0,7) POLL(2,4,2) GO_ON(7,4,4) GO_ON(0,8,6) GO_ON(6,0,1) GO_ON(8,1,6) PUSH(1,1,2)
            GO_ON(8,5,1) RETYPE(7,4,7) GO_ON(5,1,2) GO_ON(8,7,8) GO_ON(0,7,0)
            EDIT_COMMITTED_LATE(1,4,7)""");
  }

  /** Found by the property: an edit was turned away, and read again after the news were quiet. */
  @Example
  void an_edit_is_no_newer_for_being_merged_late() {
    holds(
        History.Start.IN_STEP,
        new DeleteRule.Mark("status", "removed"),
        true,
        """
            EDIT(0,0,1) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) CREATE(1,0,3)
            EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0)
            EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) COPY(1,0,0) EDIT(0,0,0) POLL(0,0,0)
            EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) GO_ON(0,0,0) EDIT(0,0,0) GO_ON(0,0,0)
            GO_ON(0,0,8) PUSH(5,1,4) EDIT_COMMITTED_LATE(5,6,2) EDIT(4,3,3) EDIT(6,1,3) GO_ON(3,5,1)
            CREATE(5,2,0) CREATE(2,4,0) RETYPE(1,0,7) GO_ON(7,3,8) CREATE(5,6,2) PUSH(0,3,8)
            COPY(8,2,6) POLL(1,3,2) GO_ON(1,5,6) GO_ON(0,0,2) GO_ON(0,7,2) EDIT(6,5,7) EDIT(1,6,2)
            GO_ON(5,6,4) TOLD(4,7,8) WAIT(6,6,8) PUSH(5,8,5) TOLD(7,7,3) RETYPE(4,0,0) GO_ON(7,7,1)
            GO_ON(7,7,7) CREATE(5,2,3)""");
  }

  /** Found by the property: of two new rows with one key, the hint of the copy was read alone. */
  @Example
  void a_new_row_that_a_hint_tells_of_is_not_taken_without_its_original() {
    holds(
        History.Start.IN_STEP,
        new DeleteRule.Mark("status", "removed"),
        false,
        """
            CREATE(1,0,4) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0)
            EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) CREATE(1,0,2) EDIT(0,0,0)
            EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) COPY(1,2,0) EDIT(8,2,8)
            SECOND_PASS(1,0,5) EDIT(3,5,4) EDIT(5,7,7) READ_AGAIN(6,3,4) TOLD(4,4,3) LAND(2,2,3)
            POLL(0,4,0) WAIT(2,1,5) GO_ON(3,4,5) GO_ON(1,4,4) GO_ON(6,2,6) EDIT(5,8,1) EDIT(7,2,4)
            CREATE(6,0,4)""");
  }

  /**
   * Found by the property: a twin is unlinked from a record that is gone in one system and edited
   * in another, where the edits count.
   */
  @Example
  void a_record_that_is_gone_in_one_system_keeps_what_was_decided_when_a_twin_is_unlinked() {
    holds(
        History.Start.FIRST_SYNC,
        new DeleteRule.Mark("status", "removed"),
        true,
        """
            POLL(1,0,0) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0)
            EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) POLL(0,0,0) GO_ON(0,1,0) DELETE(0,1,0) EDIT(0,0,0)
            EDIT(0,0,0) EDIT(0,0,0) GO_ON(0,0,8) RENAME(7,0,8)""");
  }

  /** Found by the property: a step falls back with the copy that alone was ahead. */
  @Example
  void a_step_that_a_twin_alone_was_at_falls_back_when_it_is_unlinked() {
    holds(
        History.Start.FIRST_SYNC,
        new DeleteRule.Mark("status", "removed"),
        true,
        "EDIT(2,0,7) POLL(1,0,0) GO_ON(0,0,0) RENAME(7,0,3)");
  }

  /** Found by the property: an add that came to nothing was the last of a record that had ended. */
  @Example
  void a_key_is_free_again_once_nothing_is_left_of_its_record_but_an_add_that_came_to_nothing() {
    holds(
        History.Start.FIRST_SYNC,
        new DeleteRule.Propagate(),
        true,
        """
            POLL(0,0,0) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) POLL(1,0,0) EDIT(0,0,0) EDIT(0,0,0)
            EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) POLL(2,0,0)
            EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) GO_ON(8,2,7) DELETE(5,1,7) LAND(0,0,7) WAIT(4,0,7)
            GO_ON(3,6,5) POLL(0,8,6) EDIT(3,7,1) GO_ON(2,1,1) TOLD(0,6,6) FAULT(3,3,3) RENAME(2,3,7)
            PUSH(0,4,6) READ_AGAIN(3,7,5) EDIT(8,5,8) TOLD(5,2,8) WAIT(2,0,7) EDIT(0,8,0)
            GO_ON(5,8,8) PUSH(5,3,2) GO_ON(8,1,1) GO_ON(0,6,8) RENAME(4,0,6) GO_ON(6,3,4)
            GO_ON(0,8,0) GO_ON(0,1,2) GO_ON(6,2,6) PUSH(8,0,5) EDIT(5,7,7) READ_AGAIN(4,5,7)
            GO_ON(5,3,4) EDIT(4,2,1) CLEAR(3,0,0) PUSH(2,8,3) GO_ON(8,0,7) LAND(6,4,3) POLL(6,8,7)
            GO_ON(3,1,0) RENAME(7,2,3) FAULT(2,1,3) PUSH(3,8,4) GO_ON(6,6,5) POLL(2,5,2)""");
  }

  /** Found by the property: two writes that are refused again and again are tried before others. */
  @Example
  void a_write_waits_for_none_that_fails_again_and_again() {
    holds(
        History.Start.IN_STEP,
        new DeleteRule.Mark("status", "removed"),
        true,
        ONE_A_CALL,
        """
            RENAME(7,0,1) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,6) RENAME(7,1,0) DIE(2,8,5)
            PUSH(5,6,7) EDIT(3,6,2) GO_ON(0,6,3) EDIT(7,3,0) GO_ON(1,1,1) CREATE(1,8,4)
            EDIT(4,4,0) CREATE(8,3,4)""");
  }

  /** Found by the property: a copied row has the value that was typed elsewhere, and later. */
  @Example
  void the_same_value_typed_twice_is_one_value() {
    holds(
        History.Start.IN_STEP,
        new DeleteRule.Mark("status", "removed"),
        true,
        ONE_A_CALL,
        """
            POLL(2,0,0) EDIT(0,0,0) CREATE(2,0,2) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0)
            EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) EDIT(0,0,0) COPY(1,0,5)
            EDIT(0,5,8) EDIT(3,1,6) GO_ON(4,0,1) GO_ON(8,2,3) GO_ON(0,0,7) GO_ON(2,1,8)
            FAULT(7,3,7) PUSH(4,0,7) EDIT(2,3,1) GO_ON(0,7,4) GO_ON(5,1,4) GO_ON(1,0,0)
            GO_ON(5,6,0) WAIT(2,1,8) RETYPE(3,1,6) GO_ON(6,2,7) PUSH(2,8,4) SECOND_PASS(8,0,1)
            GO_ON(6,6,2) GO_ON(0,0,2) GO_ON(6,2,1) COPY(4,3,8) GO_ON(4,3,4) GO_ON(2,6,3)
            CLEAR(4,1,0) FAULT(5,0,6) EDIT(7,5,1) GO_ON(7,7,5) READ_AGAIN(7,1,2) GO_ON(8,4,3)
            POLL(1,7,2) GO_ON(4,4,8) POLL(6,0,6) EDIT(2,6,2) RENAME(7,3,8)""");
  }

  private static void holds(
      History.Start start, DeleteRule onDelete, boolean events, String steps) {
    holds(start, onDelete, events, ALL_IN_ONE_CALL, steps);
  }

  private static void holds(
      History.Start start, DeleteRule onDelete, boolean events, int callSize, String steps) {
    new Plan(start, onDelete, events, callSize, Step.parse(steps)).holds(Hoard::inMemory);
  }

  /** What is going to happen, where so many writes go in a call. */
  record Plan(
      History.Start start, DeleteRule onDelete, boolean events, int callSize, List<Step> steps) {

    void holds(Function<Clock, Hoard> hoards) {
      History history = new History(hoards, start, onDelete, events);
      history.world.systems.forEach(system -> system.takesACall(callSize));
      history.world.systems.forEach(system -> system.takesABatch(2 * callSize));
      history.run(steps);
      assertThat(new Oracle(history).changesWithoutAFate()).as("%s", this).isEmpty();
      history.world.rest();

      assertThat(new Oracle(history).faults()).as("%s", this).isEmpty();
      assertThat(history.world.suspects()).as("not judged in %s", this).isZero();
    }
  }

  @Provide
  Arbitrary<List<Plan>> someHistories() {
    return histories().list().ofSize(AT_ONCE);
  }

  @Provide
  Arbitrary<Plan> histories() {
    List<Step.Kind> weighted =
        Arrays.stream(Step.Kind.values())
            .flatMap(k -> Collections.nCopies(k.weight, k).stream())
            .toList();
    Arbitrary<Step.Kind> kinds = Arbitraries.of(weighted);
    Arbitrary<Integer> number = Arbitraries.integers().between(0, 8);
    Arbitrary<List<Step>> steps =
        Combinators.combine(kinds, number, number, number)
            .as(Step::new)
            .list()
            .ofMinSize(1)
            .ofMaxSize(90)
            .withSizeDistribution(RandomDistribution.uniform());
    Arbitrary<DeleteRule> rules =
        Arbitraries.of(
            new DeleteRule.Mark("status", "removed"),
            new DeleteRule.Propagate(),
            new DeleteRule.Restore(),
            new DeleteRule.Ignore());
    return Combinators.combine(
            Arbitraries.of(History.Start.values()),
            rules,
            Arbitraries.of(true, false),
            Arbitraries.of(1, 2, ALL_IN_ONE_CALL),
            steps)
        .as(Plan::new);
  }
}
