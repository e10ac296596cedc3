package io.partnerhub.sync;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.sync.held.Choice;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Histories of texts that are no value of their field's kind, and of edits beside them. */
abstract class NamedUnreadableTexts {

  private final Function<Clock, Hoard> hoards;
  private final World world;
  private final FakeSystem salesforce;
  private final FakeSystem sheet;
  private final FakeSystem fulfillment;

  NamedUnreadableTexts(Function<Clock, Hoard> hoards) {
    this.hoards = hoards;
    world = new World(hoards).inStepWith(1);
    world.systems.forEach(system -> system.takesForNoValue(text -> text.startsWith("ask ")));
    salesforce = world.salesforce;
    sheet = world.sheet;
    fulfillment = world.fulfillment;
  }

  private Hold held(String field) {
    return world.first().held().get(field);
  }

  private String agreed(String field) {
    return world.first().agreed().get(field);
  }

  @Test
  void an_unreadable_text_is_not_agreed_however_often_another_system_edits_beside_it() {
    world.editSeen(sheet, "addr", "ask Bob");
    world.editSeen(salesforce, "addr", "e1");
    world.editSeen(salesforce, "addr", "e2");

    world.rest();

    assertThat(world.all("addr")).containsExactly("e2", "ask Bob", "a0");
    assertThat(agreed("addr")).isEqualTo("a0");
    assertThat(held("addr").candidates())
        .containsExactly(Map.entry(SALESFORCE, "e2"), Map.entry(SMARTSHEET, "ask Bob"));

    world.editSeen(sheet, "addr", "B");
    world.rest();

    assertThat(world.all("addr")).as("certainly the latest").containsExactly("B", "B", "B");
  }

  @Test
  void what_was_edited_beside_it_counts_once_the_old_value_is_typed_again() {
    world.editSeen(sheet, "addr", "ask Bob");
    world.editSeen(salesforce, "addr", "e1");

    world.editSeen(sheet, "addr", "a0");
    world.rest();

    assertThat(world.all("addr")).containsExactly("e1", "e1", "e1");
    Origin origin = world.first().origins().get("addr");
    assertThat(origin.system()).isEqualTo(SALESFORCE);
    assertThat(origin.reading()).as("the reading that saw it").isLessThan(readingOfTheMending());
  }

  /** Of the first read that found the text mended. */
  private long readingOfTheMending() {
    return world.dossiers().values().iterator().next().replica(SMARTSHEET).fence().readBegan();
  }

  @Test
  void no_edit_of_a_third_system_is_dropped_when_a_typo_is_mended() {
    world.editSeen(sheet, "step", "ask Bob");
    world.editSeen(fulfillment, "step", "shipped");
    world.editSeen(salesforce, "step", "cancelled");

    world.editSeen(sheet, "step", "requested");
    world.rest();

    assertThat(world.all("step")).containsExactly("cancelled", "cancelled", "cancelled");
    assertThat(held("step")).isNull();
  }

  @Test
  void two_edits_beside_a_mended_typo_are_held_where_the_rule_says_so() {
    world.editSeen(sheet, "memo", "ask Bob");
    world.editSeen(fulfillment, "memo", "m1");
    world.editSeen(salesforce, "memo", "m2");

    world.editSeen(sheet, "memo", "m3");
    world.rest();

    assertThat(world.all("memo")).containsExactly("m2", "m3", "m1");
    assertThat(held("memo").why()).isEqualTo(Hold.Why.CONFLICT);
    assertThat(held("memo").agreed()).isEqualTo("m1");
    assertThat(held("memo").candidates())
        .containsExactly(Map.entry(SALESFORCE, "m2"), Map.entry(SMARTSHEET, "m3"));
  }

  @Test
  void the_preferred_systems_unreadable_text_is_sent_nowhere() {
    world.editSeen(sheet, "note", "ask Bob");
    world.editSeen(salesforce, "note", "n1");
    world.editSeen(salesforce, "note", "n2");
    world.rest();
    assertThat(world.all("note")).containsExactly("n2", "ask Bob", "o0");

    world.editSeen(sheet, "note", "n3");
    world.rest();

    assertThat(world.all("note")).containsExactly("n3", "n3", "n3");
  }

  @Test
  void an_unreadable_text_is_no_member_of_a_set() {
    world.editSeen(sheet, "tags", "ask Bob");
    world.editSeen(salesforce, "tags", "x;y");
    world.editSeen(salesforce, "tags", "x;y;z");
    world.editSeen(fulfillment, "tags", "w");
    world.rest();

    world.editSeen(sheet, "tags", "v;x");
    world.rest();

    assertThat(world.all("tags")).containsExactly("v;w;y;z", "v;w;y;z", "v;w;y;z");
  }

  @Test
  void what_is_not_its_owners_is_refused_though_it_was_edited_beside_the_owners_typo() {
    world.editSeen(salesforce, "name", "ask Bob");
    world.editSeen(sheet, "name", "n1");

    world.editSeen(salesforce, "name", "n0");
    world.rest();

    assertThat(world.all("name")).containsExactly("n0", "n0", "n0");
  }

  @Test
  void two_unreadable_texts_wait_until_both_are_mended() {
    world.editSeen(sheet, "addr", "ask Bob");
    world.editSeen(fulfillment, "addr", "ask Ann");
    world.editSeen(salesforce, "addr", "e1");
    world.pass(9);
    world.poll(sheet);
    world.editSeen(sheet, "addr", "B");
    world.rest();
    assertThat(agreed("addr")).isEqualTo("a0");
    assertThat(held("addr").sentence()).isEqualTo("\"ask Ann\" is no value");

    world.editSeen(fulfillment, "addr", "a0");
    world.rest();

    assertThat(world.all("addr")).containsExactly("B", "B", "B");
  }

  @Test
  void a_typo_in_a_copy_that_lagged_behind_hides_no_edit_that_it_had_not_seen() {
    world.editSeen(salesforce, "memo", "m1");
    world.editSeen(sheet, "memo", "ask Bob");
    world.editSeen(sheet, "memo", "m2");
    world.rest();

    assertThat(salesforce.get("salesforce1", "memo")).isEqualTo("m1");
    assertThat(held("memo").candidates()).containsExactly(Map.entry(SMARTSHEET, "m2"));
  }

  @Test
  void what_was_unreadable_on_first_contact_is_compared_once_it_is_a_value() {
    World first = new World(hoards);
    first.sheet.takesForNoValue(text -> text.startsWith("ask "));
    first.salesforce.create(World.partner("K0"));
    Map<String, String> partner = World.partner("K0");
    partner.put("memo", "ask Bob");
    first.sheet.create(partner);
    first.rest();

    first.editSeen(first.sheet, "memo", "m1");
    first.rest();

    assertThat(first.salesforce.get("salesforce1", "memo")).isEqualTo("m0");
    assertThat(first.first().held().get("memo").why()).isEqualTo(Hold.Why.CONFLICT);
  }

  @Test
  void an_unreadable_text_is_not_chosen_and_what_stands_beside_it_is() {
    world.editSeen(sheet, "addr", "ask Bob");
    world.editSeen(salesforce, "addr", "e1");

    assertThatThrownBy(() -> world.choose("K0", "addr", new Choice.Candidate(SMARTSHEET)))
        .isInstanceOf(ChoiceRefused.class);
    world.choose("K0", "addr", new Choice.Candidate(SALESFORCE));
    world.rest();

    assertThat(world.all("addr")).containsExactly("e1", "e1", "e1");
  }

  @Test
  void an_unreadable_text_in_a_conflict_is_neither_chosen_nor_agreed_by_being_everywhere() {
    world.edit(sheet, "memo", "B");
    world.editSeen(salesforce, "memo", "C");
    world.poll(sheet);
    world.editSeen(sheet, "memo", "ask Bob");
    assertThat(held("memo").why()).isEqualTo(Hold.Why.CONFLICT);
    assertThatThrownBy(() -> world.choose("K0", "memo", new Choice.Candidate(SMARTSHEET)))
        .isInstanceOf(ChoiceRefused.class);

    world.editSeen(salesforce, "memo", "ask Bob");
    world.editSeen(fulfillment, "memo", "ask Bob");
    assertThat(held("memo")).isNotNull();
    assertThat(agreed("memo")).isEqualTo("C");

    List.of(salesforce, sheet, fulfillment).forEach(s -> world.editSeen(s, "memo", "D"));
    assertThat(held("memo")).isNull();
    assertThat(agreed("memo")).isEqualTo("D");
    assertThat(world.first().origins().get("memo").system()).isEqualTo(FULFILLMENT);
  }

  @Test
  void an_unreadable_text_is_not_agreed_when_the_value_goes_with_the_twin_that_it_was_from() {
    World first = new World(hoards);
    first.salesforce.takesForNoValue(text -> text.startsWith("ask "));
    create(first.fulfillment, "m0");
    create(first.fulfillment, "a twin's");
    create(first.salesforce, "ask Bob");
    create(first.sheet, "m1");

    first.pollPageByPage(first.fulfillment, first.salesforce, first.sheet);

    assertThat(first.strays()).hasSize(2);
    assertThat(first.first().agreed().get("memo")).isEqualTo("m1");
    assertThat(first.first().held().get("memo").isUnreadableIn(SALESFORCE)).isTrue();
  }

  /** The sheet shows a part of a long text, over which somebody types what is no value. */
  private String cutBeforeATypo(String whole) {
    sheet.renders("memo", t -> t.length() > 60 ? "part… [cut: 99 characters in all]" : t);
    world.edit(salesforce, "memo", whole);
    world.rest();
    String cut = sheet.get("smartsheet1", "memo");
    world.editSeen(sheet, "memo", "ask Bob");
    return cut;
  }

  @Test
  void a_typo_over_a_shortened_text_that_is_mended_to_what_was_shown_is_no_edit() {
    String whole = "w".repeat(99);
    String cut = cutBeforeATypo(whole);

    world.edit(sheet, "memo", cut);
    world.rest();

    assertThat(world.all("memo")).containsExactly(whole, cut, whole);
    assertThat(held("memo")).isNull();
  }

  @Test
  void a_typo_over_a_shortened_text_that_is_mended_to_another_part_is_held_as_shortened() {
    String whole = "w".repeat(99);
    String cut = cutBeforeATypo(whole);

    world.edit(sheet, "memo", cut + "x");
    world.rest();

    assertThat(agreed("memo")).isEqualTo(whole);
    assertThat(held("memo").why()).isEqualTo(Hold.Why.SHORTENED);
  }

  /** An account with a typo, whose matched row turns out to have a twin in the tracker. */
  private World accountWhoseRowIsUnlinked() {
    World first = new World(hoards);
    first.salesforce.takesForNoValue(text -> text.startsWith("ask "));
    Map<String, String> partner = World.partner("K0");
    partner.put("addr", "ask Bob");
    partner.put("track", "T of the account");
    first.salesforce.create(partner);
    partner.put("addr", "address of the twin");
    partner.put("track", "T of the twin");
    first.sheet.create(partner);
    first.sheet.create(partner);
    first.sheet.pagesOf(1);
    first.poll(first.salesforce);
    first.poll(first.sheet);
    assertThat(first.strays()).hasSize(2);
    return first;
  }

  @Test
  void a_twins_wish_counts_no_more_once_it_is_unlinked() {
    World first = accountWhoseRowIsUnlinked();
    assertThat(first.first().held().get("addr").candidates())
        .containsExactly(Map.entry(SALESFORCE, "ask Bob"));

    first.editSeen(first.salesforce, "addr", "Main Street 1");

    assertThat(first.first().agreed().get("addr")).isEqualTo("Main Street 1");
    assertThat(first.hoard.decisions())
        .filteredOn(d -> d.verdict() == Decision.Verdict.ACCEPTED && d.field().equals("addr"))
        .extracting(Decision::is)
        .containsExactly("Main Street 1");
  }

  @Test
  void a_text_that_is_mended_to_what_it_was_before_a_twin_was_unlinked_is_not_emptied() {
    World first = new World(hoards);
    first.salesforce.takesForNoValue(text -> text.startsWith("ask "));
    first.salesforce.create(World.partner("K0"));
    first.sheet.create(World.partner("K0"));
    first.sheet.create(World.partner("K0"));
    first.sheet.pagesOf(1);
    first.poll(first.salesforce);
    first.sheet.pauses(call -> first.editSeen(first.salesforce, "addr", "ask Bob"));
    first.poll(first.sheet);
    first.sheet.pauses(call -> {});

    first.edit(first.salesforce, "addr", "a0");
    first.rest();

    assertThat(first.strays()).hasSize(2);
    assertThat(first.salesforce.get("salesforce1", "addr")).isEqualTo("a0");
    assertThat(first.first().agreed().get("addr")).isEqualTo("a0");
  }

  @Test
  void an_owners_word_counts_no_more_once_its_copy_is_unlinked_as_a_twin() {
    World first = accountWhoseRowIsUnlinked();
    assertThat(first.first().agreed().get("track")).isEqualTo("T of the account");
    assertThat(first.first().origins().values())
        .extracting(Origin::system)
        .containsOnly(SALESFORCE);

    first.editSeen(first.salesforce, "track", "T by hand");

    assertThat(first.first().agreed().get("track")).isEqualTo("T by hand");
    assertThat(first.salesforce.get("salesforce1", "track")).isEqualTo("T by hand");
  }

  @Test
  void an_unreadable_text_that_our_write_replaced_is_held_and_not_agreed() {
    String tooLong = "x".repeat(256);
    world.editSeen(salesforce, "tags", "x;y");
    sheet.beforeNextEffect(() -> sheet.edit("smartsheet1", "tags", tooLong));
    world.push(sheet);

    world.rest();

    assertThat(agreed("tags")).isEqualTo("x;y");
    assertThat(held("tags").isUnreadableIn(SMARTSHEET)).isTrue();
    assertThat(held("tags").candidates()).containsExactly(Map.entry(SMARTSHEET, tooLong));
  }

  @Test
  void
      a_required_field_that_somebody_emptied_before_our_write_replaced_it_is_held_and_not_emptied() {
    World strict = World.whoseTagsAreRequired(hoards).inStepWith(1);
    strict.editSeen(strict.salesforce, "tags", "x;y");
    strict.sheet.beforeNextEffect(() -> strict.sheet.edit("smartsheet1", "tags", null));
    strict.push(strict.sheet);

    strict.rest();

    assertThat(strict.first().agreed().get("tags")).isEqualTo("x;y");
    assertThat(strict.first().held().get("tags").isUnreadableIn(SMARTSHEET)).isTrue();
    assertThat(strict.first().held().get("tags").sentence()).isEqualTo("tags must not be empty");
  }

  private static void create(FakeSystem system, String memo) {
    Map<String, String> partner = World.partner("K0");
    partner.put("memo", memo);
    system.create(partner);
  }
}
