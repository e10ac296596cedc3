package io.partnerhub.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.model.SystemName;
import io.partnerhub.sync.held.Choice;
import io.partnerhub.sync.system.SystemUnavailable;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What people see of a record that cannot be written, where they typed it. */
abstract class NamedTellings {

  private final Function<Clock, Hoard> hoards;
  private final World world;
  private final FakeSystem salesforce;
  private final FakeSystem sheet;

  NamedTellings(Function<Clock, Hoard> hoards) {
    this.hoards = hoards;
    world = World.thatTells(hoards).inStepWith(1);
    salesforce = world.salesforce;
    sheet = world.sheet;
  }

  @Test
  void a_refused_value_is_told_where_it_was_typed_and_where_it_was_refused() {
    anAddressIsRefused();

    assertThat(statuses()).containsExactly("Refused", "Refused");
    assertThat(messages()).containsOnly("Salesforce refused addr: no such value");
    assertThat(world.all("addr")).containsExactly("a0", "wrong", "wrong");
    assertThat(salesforce.refused()).as("telling tries no refused value again").isEqualTo(1);
  }

  @Test
  void the_mend_clears_what_was_told() {
    anAddressIsRefused();
    world.editSeen(sheet, "addr", "right");
    world.rest();

    assertThat(world.all("addr")).containsExactly("right", "right", "right");
    assertThat(statuses()).containsExactly(null, null);
    assertThat(messages()).containsExactly(null, null);
    assertThat(sheet.shown("smartsheet1", "syncStatus")).containsExactly("Refused", null);
  }

  @Test
  void a_value_that_is_taken_back_clears_what_was_told() {
    anAddressIsRefused();
    world.editSeen(sheet, "addr", "a0");
    world.rest();

    assertThat(statuses()).containsExactly(null, null);
    assertThat(trouble(salesforce)).isEqualTo(Trouble.NONE);
  }

  @Test
  void another_refusal_is_told_in_place_of_the_first() {
    anAddressIsRefused();
    salesforce.refuses("note", "too"::equals);
    salesforce.refusesNoMore("addr");
    world.editSeen(sheet, "note", "too");
    world.rest();

    assertThat(messages()).containsOnly("Salesforce refused note: no such value");
  }

  @Test
  void whoever_types_over_it_sees_it_put_back_and_nothing_is_tried_again() {
    anAddressIsRefused();
    world.editSeen(sheet, "syncStatus", "done");
    world.rest();

    assertThat(statuses()).containsExactly("Refused", "Refused");
    assertThat(salesforce.refused()).isEqualTo(1);
  }

  @Test
  void what_somebody_typed_there_without_need_is_emptied() {
    world.editSeen(sheet, "syncStatus", "all well");
    world.rest();

    assertThat(statuses()).containsExactly(null, null);
  }

  @Test
  void a_held_field_is_told_until_somebody_decides() {
    world.edit(salesforce, "memo", "A");
    world.edit(sheet, "memo", "B");
    world.rest();

    assertThat(statuses()).containsExactly("Held", "Held");
    assertThat(messages().get(1)).startsWith("memo: differs").endsWith("waits for a decision");

    world.choose("K0", "memo", new Choice.Candidate(sheet.system()));
    world.rest();

    assertThat(world.all("memo")).containsExactly("B", "B", "B");
    assertThat(statuses()).containsExactly(null, null);
  }

  @Test
  void a_record_that_cannot_be_added_is_told_of_where_it_is() {
    salesforce.refuses("name", "wrong"::equals);
    Map<String, String> typed = new HashMap<>(World.partner("K9"));
    typed.put("name", "wrong");
    String row = sheet.create(typed);
    world.rest();

    assertThat(sheet.get(row, "syncStatus")).isEqualTo("Refused");
    assertThat(salesforce.liveIds()).hasSize(1);

    sheet.edit(row, "name", "right");
    world.rest();

    assertThat(sheet.get(row, "syncStatus")).isNull();
    assertThat(salesforce.shown("salesforce2", "name")).containsExactly("right");
    assertThat(salesforce.shown("salesforce2", "syncStatus"))
        .as("an add that went through says nothing of the one that did not")
        .isEmpty();
  }

  @Test
  void what_cannot_be_told_is_tried_again_later_and_is_no_letter_of_its_own() {
    sheet.refuses("syncMessage", text -> true);
    anAddressIsRefused();

    assertThat(statuses()).containsExactly("Refused", null);
    assertThat(trouble(sheet).fate()).isEqualTo(Trouble.Fate.TRIED);
    assertThat(sheet.refused()).as("with pauses that grow").isBetween(2, 40);

    sheet.refusesNoMore("syncMessage");
    world.rest();

    assertThat(statuses()).containsExactly("Refused", "Refused");
    assertThat(trouble(sheet)).isEqualTo(Trouble.NONE);
  }

  @Test
  void what_cannot_be_told_beside_a_letter_leaves_the_letter_as_it_is() {
    salesforce.refuses("addr", "wrong"::equals);
    salesforce.refuses("syncMessage", text -> true);
    world.editSeen(sheet, "addr", "wrong");
    world.rest();

    assertThat(trouble(salesforce).fate()).isEqualTo(Trouble.Fate.GIVEN_UP);
    assertThat(trouble(salesforce).reason().message())
        .isEqualTo("salesforce refused addr: no such value");
    assertThat(statuses()).containsExactly(null, "Refused");
  }

  @Test
  void an_edit_made_while_it_is_told_is_not_lost() {
    salesforce.refuses("addr", "wrong"::equals);
    world.editSeen(sheet, "addr", "wrong");
    world.push(salesforce);
    world.edit(salesforce, "memo", "mine");
    world.push(salesforce);
    world.rest();

    assertThat(world.all("memo")).containsExactly("mine", "mine", "mine");
    assertThat(statuses()).containsExactly("Refused", "Refused");
  }

  @Test
  void a_row_without_key_says_so_once_and_not_while_it_may_still_be_typed() {
    String row = sheet.create(Map.of("name", "n9"));
    world.poll(sheet);
    world.push(sheet);
    assertThat(sheet.get(row, "syncStatus")).isNull();

    world.rest();

    assertThat(sheet.shown(row, "syncStatus")).containsExactly("Held");
    assertThat(sheet.get(row, "syncMessage"))
        .isEqualTo("This copy has no key: fill it in, or delete the row");
    assertThat(world.dossiers()).hasSize(1);
  }

  @Test
  void a_row_that_is_linked_later_says_it_no_more_and_that_is_nobodys_edit() {
    String row = sheet.create(Map.of("name", "n9"));
    world.rest();
    sheet.edit(row, "key", "K9");
    world.rest();

    assertThat(sheet.shown(row, "syncStatus")).containsExactly("Held", null);
    assertThat(sheet.get(row, "syncMessage")).isNull();
    assertThat(salesforce.liveWith("key", "K9")).hasSize(1);
    assertThat(world.hoard.decisions())
        .noneMatch(d -> "syncStatus".equals(d.field()) && isRefused(d));
  }

  @Test
  void a_row_that_turns_out_to_be_a_records_copy_says_it_no_more() {
    salesforce.create(Map.of("key", "K9", "name", "n9"));
    world.rest();
    String made = sheet.liveWith("key", "K9").get(0);
    sheet.delete(made);
    String row = sheet.create(Map.of("name", "n9"));
    world.rest();
    assertThat(sheet.get(row, "syncStatus")).isEqualTo("Held");

    sheet.edit(row, "key", "K9");
    world.rest();

    assertThat(sheet.get(row, "syncStatus")).isNull();
    assertThat(world.hoard.decisions())
        .noneMatch(d -> "syncStatus".equals(d.field()) && isRefused(d));
  }

  @Test
  void the_second_copy_with_a_key_says_so_in_salesforce_and_the_first_is_left_alone() {
    String twin = salesforce.create(World.partner("K0"));
    world.rest();

    assertThat(salesforce.get(twin, "syncMessage")).contains("another copy in this system has");
    assertThat(statuses()).containsExactly(null, null);
    salesforce.delete(twin);
    world.rest();
    assertThat(statuses()).containsExactly(null, null);
  }

  @Test
  void an_account_without_key_is_no_partner_and_left_alone() {
    String customer = salesforce.create(Map.of("name", "n9"));
    world.rest();

    assertThat(salesforce.get(customer, "syncStatus")).isNull();
  }

  @Test
  void a_row_that_somebody_may_still_be_typing_is_told_after_a_while() {
    String row = sheet.create(Map.of("name", "n9"));
    world.poll(sheet);
    world.pass(50);
    world.push(sheet);
    assertThat(sheet.get(row, "syncStatus")).isNull();

    world.pass(40);
    world.push(sheet);
    assertThat(sheet.get(row, "syncStatus")).isEqualTo("Held");
  }

  @Test
  void a_row_from_before_the_first_read_is_told_at_once_after_it() {
    World fresh = World.thatTells(hoards);
    String row = fresh.sheet.create(Map.of("name", "n9"));
    fresh.poll(fresh.sheet);
    fresh.push(fresh.sheet);
    assertThat(fresh.sheet.get(row, "syncStatus")).as("others were not read yet").isNull();

    fresh.poll(fresh.salesforce);
    fresh.poll(fresh.system(SystemName.FULFILLMENT));
    fresh.push(fresh.sheet);
    assertThat(fresh.sheet.get(row, "syncStatus")).isEqualTo("Held");
  }

  @Test
  void whoever_erases_it_is_not_told_again() {
    String row = sheet.create(Map.of("name", "n9"));
    world.rest();
    sheet.edit(row, "syncStatus", null);
    world.rest();

    assertThat(sheet.shown(row, "syncStatus")).containsExactly("Held", null);
  }

  @Test
  void a_lost_answer_is_looked_for_before_it_is_told_again() {
    String row = sheet.create(Map.of("name", "n9"));
    world.poll(sheet);
    world.pass(90);
    sheet.nextWrite(FakeSystem.Fault.EFFECT_NO_ANSWER);
    assertThatThrownBy(() -> world.push(sheet)).isInstanceOf(SystemUnavailable.class);
    world.rest();

    assertThat(sheet.shown(row, "syncStatus")).containsExactly("Held");
  }

  @Test
  void a_row_that_does_not_take_it_is_left_alone_for_an_hour_and_is_no_letter() {
    String row = sheet.create(Map.of("name", "n9"));
    sheet.refuses("syncStatus", "Held"::equals);
    world.rest();
    assertThat(sheet.refused()).isEqualTo(1);

    sheet.refusesNoMore("syncStatus");
    world.pass(3_600);
    world.rest();

    assertThat(sheet.get(row, "syncStatus")).isEqualTo("Held");
    assertThat(statuses()).containsExactly(null, null);
  }

  @Test
  void a_key_typed_while_the_row_is_told_is_kept_and_what_was_told_is_cleared() {
    String row = sheet.create(Map.of("name", "n9"));
    world.poll(sheet);
    world.pass(90);
    sheet.beforeNextEffect(() -> sheet.edit(row, "key", "K9"));
    world.push(sheet);
    world.rest();

    assertThat(sheet.get(row, "key")).isEqualTo("K9");
    assertThat(sheet.get(row, "syncStatus")).isNull();
    assertThat(salesforce.liveWith("key", "K9")).hasSize(1);
  }

  @Test
  void a_row_that_is_linked_by_another_reader_while_it_is_told_ends_up_cleared() {
    String row = sheet.create(Map.of("name", "n9"));
    world.poll(sheet);
    world.pass(90);
    sheet.beforeNextEffect(
        () -> {
          sheet.edit(row, "key", "K9");
          world.poll(sheet);
        });
    world.push(sheet);
    world.rest();

    assertThat(sheet.get(row, "syncStatus")).isNull();
    assertThat(sheet.get(row, "syncMessage")).isNull();
    assertThat(salesforce.liveWith("key", "K9")).hasSize(1);
  }

  private static boolean isRefused(Decision decision) {
    return Set.of(Decision.Verdict.REFUSED, Decision.Verdict.HELD).contains(decision.verdict());
  }

  /** Somebody types an address into the sheet that Salesforce does not take. */
  private void anAddressIsRefused() {
    salesforce.refuses("addr", "wrong"::equals);
    world.editSeen(sheet, "addr", "wrong");
    world.rest();
  }

  private List<String> statuses() {
    return told("syncStatus");
  }

  private List<String> messages() {
    return told("syncMessage");
  }

  /** In Salesforce and in the sheet. */
  private List<String> told(String field) {
    return world.all(field).subList(0, 2);
  }

  private Trouble trouble(FakeSystem system) {
    return world.dossiers().values().iterator().next().replica(system.system()).trouble();
  }
}
