package io.partnerhub.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.mapping.DeleteRule;
import io.partnerhub.sync.store.Stop;
import io.partnerhub.sync.system.Hint;
import io.partnerhub.sync.system.SystemUnavailable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Histories of people who change much at once, by mistake or not. */
abstract class NamedMassChanges {

  /** The guard's limit is 20 of them. */
  private static final int PARTNERS = 60;

  private final Function<Clock, Hoard> hoards;
  World world;
  FakeSystem sheet;

  NamedMassChanges(Function<Clock, Hoard> hoards) {
    this.hoards = hoards;
  }

  void inStep(DeleteRule rule) {
    world = new World(hoards, rule).inStepWith(PARTNERS);
    sheet = world.sheet;
    world.pass(4);
  }

  private void edit(FakeSystem system, int from, int until, String value) {
    for (int i = from; i <= until; i++) {
      system.edit(system.system().value() + i, "memo", value);
    }
  }

  private void delete(FakeSystem system, int from, int until) {
    for (int i = from; i <= until; i++) {
      system.delete(system.system().value() + i);
    }
  }

  private List<String> shown(FakeSystem system, String field) {
    List<String> shown = new ArrayList<>();
    system.liveIds().forEach(id -> shown.add(system.get(id, field)));
    return shown;
  }

  private long count(FakeSystem system, String value) {
    return shown(system, "memo").stream().filter(value::equals).count();
  }

  /** Someone sorts the column of keys alone, in the lower half of the sheet. */
  void sortHalfTheKeys() {
    List<String> keys = shown(sheet, "key").subList(30, PARTNERS);
    List<String> rotated = new ArrayList<>(keys.subList(1, keys.size()));
    rotated.add(keys.get(0));
    for (int i = 0; i < rotated.size(); i++) {
      sheet.edit("smartsheet" + (31 + i), "key", rotated.get(i));
    }
  }

  @Test
  void sorted_half_of_a_key_column_is_stopped_and_nothing_is_written() {
    inStep(new DeleteRule.Propagate());
    List<String> keys = shown(world.salesforce, "key");
    int before = world.written();
    sortHalfTheKeys();

    world.rest();

    assertThat(world.written()).isEqualTo(before);
    assertThat(shown(world.salesforce, "key")).isEqualTo(keys);
    assertThat(world.stops())
        .singleElement()
        .satisfies(
            stop -> {
              assertThat(stop.system()).isEqualTo(sheet.system());
              assertThat(stop.changed()).isEqualTo(30);
              assertThat(stop.missing()).isZero();
              assertThat(stop.known()).isEqualTo(PARTNERS);
              assertThat(stop.limit()).isEqualTo(20);
            });
  }

  @Test
  void a_sort_is_stopped_whole_though_rows_of_it_are_read_first_because_the_hub_wrote_them() {
    inStep(new DeleteRule.Propagate());
    int before = world.written();
    sortHalfTheKeys();
    List<Hint> own =
        IntStream.rangeClosed(31, 40)
            .mapToObj(i -> new Hint(sheet.system().value(), "smartsheet" + i, true))
            .toList();

    world.puller(sheet).hinted(own, rows -> {});
    world.rest();

    assertThat(world.written()).isEqualTo(before);
    assertThat(world.hoard.stopsInWords())
        .containsExactly(
            "people changed or deleted 30 of 60 copies in smartsheet within 30 s, more than 20:"
                + " none of it is merged");
  }

  @Test
  void sorted_keys_are_put_back_when_an_admin_says_so() {
    inStep(new DeleteRule.Propagate());
    List<String> keys = shown(sheet, "key");
    sortHalfTheKeys();
    world.rest();

    world.decide(sheet, Stop.Verdict.PUT_BACK);
    world.rest();

    assertThat(shown(sheet, "key")).isEqualTo(keys);
    assertThat(shown(world.salesforce, "key")).isEqualTo(keys);
    assertThat(world.stops()).isEmpty();
  }

  @Test
  void sorted_keys_that_people_put_back_themselves_end_the_stop() {
    inStep(new DeleteRule.Propagate());
    List<String> keys = shown(sheet, "key");
    sortHalfTheKeys();
    world.rest();
    int before = world.written();

    for (int i = 0; i < PARTNERS; i++) {
      sheet.edit("smartsheet" + (i + 1), "key", keys.get(i));
    }
    world.rest();

    assertThat(world.stops()).isEmpty();
    assertThat(world.written()).isEqualTo(before);
    edit(sheet, 40, 40, "m1");
    world.rest();
    assertThat(world.salesforce.get("salesforce40", "memo")).isEqualTo("m1");
  }

  @Test
  void edits_up_to_the_limit_pass() {
    inStep(new DeleteRule.Ignore());
    edit(sheet, 1, 20, "m1");

    world.rest();

    assertThat(count(world.salesforce, "m1")).isEqualTo(20);
    assertThat(world.stops()).isEmpty();
  }

  @Test
  void edits_above_the_limit_wait_and_count_once_an_admin_says_yes() {
    inStep(new DeleteRule.Ignore());
    edit(sheet, 1, 21, "m1");
    world.rest();
    assertThat(count(world.salesforce, "m1")).isZero();

    world.decide(sheet, Stop.Verdict.APPLY);
    world.rest();

    assertThat(count(world.salesforce, "m1")).isEqualTo(21);
    assertThat(world.stops()).isEmpty();
    assertThatThrownBy(() -> world.decide(sheet, Stop.Verdict.APPLY))
        .isInstanceOf(ChoiceRefused.class);
  }

  @Test
  void pages_of_one_read_count_together_and_none_of_them_is_merged() {
    inStep(new DeleteRule.Ignore());
    sheet.pagesOf(10);
    edit(sheet, 1, 30, "m1");

    world.rest();

    assertThat(count(world.salesforce, "m1")).isZero();
    assertThat(world.stops()).singleElement().returns(30, Stop::changed);
  }

  @Test
  void pages_of_one_read_below_the_limit_pass_together() {
    inStep(new DeleteRule.Ignore());
    sheet.pagesOf(10);
    edit(sheet, 1, 18, "m1");

    world.rest();

    assertThat(count(world.fulfillment, "m1")).isEqualTo(18);
    assertThat(world.stops()).isEmpty();
  }

  private void editInTwoSlices() {
    edit(sheet, 1, 15, "m1");
    world.poll(sheet);
    edit(sheet, 16, 30, "m1");
    world.poll(sheet);
  }

  private void theSecondSliceWaits() {
    world.rest();
    assertThat(count(world.salesforce, "m1")).isEqualTo(15);
    assertThat(world.stops()).singleElement().returns(15, Stop::changed);
  }

  @Test
  void what_comes_in_slices_counts_together() {
    inStep(new DeleteRule.Ignore());

    editInTwoSlices();

    theSecondSliceWaits();
    assertThat(world.hoard.stopsInWords())
        .containsExactly(
            "people changed or deleted 30 of 60 copies in smartsheet within 30 s, more than 20:"
                + " 15 wait, what came before is merged");
  }

  @Test
  void slices_that_are_read_in_pages_count_together() {
    inStep(new DeleteRule.Ignore());
    sheet.pagesOf(10);

    editInTwoSlices();

    theSecondSliceWaits();
  }

  @Test
  void what_is_deleted_in_slices_counts_together() {
    inStep(new DeleteRule.Propagate());
    delete(sheet, 1, 15);
    world.sweep(sheet);
    delete(sheet, 16, 30);

    world.sweep(sheet);
    world.rest();

    assertThat(world.salesforce.liveIds()).hasSize(PARTNERS - 15);
    assertThat(world.stops()).singleElement().returns(15, Stop::missing);
  }

  @Test
  void a_hub_that_starts_anew_goes_on_counting() {
    inStep(new DeleteRule.Ignore());
    edit(sheet, 1, 15, "m1");
    world.poll(sheet);
    world.startHub();
    edit(sheet, 16, 30, "m1");

    world.poll(sheet);

    assertThat(world.stops()).singleElement().returns(15, Stop::changed);
  }

  @Test
  void slices_far_apart_pass() {
    inStep(new DeleteRule.Ignore());
    edit(sheet, 1, 15, "m1");
    world.poll(sheet);
    world.pass(30);
    edit(sheet, 16, 30, "m1");

    world.rest();

    assertThat(count(world.salesforce, "m1")).isEqualTo(30);
    assertThat(world.stops()).isEmpty();
  }

  @Test
  void what_passed_long_ago_is_not_told_with_what_is_stopped_now() {
    inStep(new DeleteRule.Ignore());
    edit(sheet, 1, 15, "m1");
    world.poll(sheet);
    world.pass(30);
    edit(sheet, 16, 45, "m1");

    world.poll(sheet);

    assertThat(world.hoard.stopsInWords())
        .containsExactly(
            "people changed or deleted 30 of 60 copies in smartsheet within 30 s, more than 20:"
                + " none of it is merged");
  }

  @Test
  void one_copy_that_is_edited_over_and_over_counts_once() {
    inStep(new DeleteRule.Ignore());
    for (int i = 1; i <= 25; i++) {
      edit(sheet, 1, 1, "m" + i);
      world.poll(sheet);
    }

    world.rest();

    assertThat(world.stops()).isEmpty();
    assertThat(world.salesforce.get("salesforce1", "memo")).isEqualTo("m25");
  }

  @Test
  void once_an_admin_has_decided_the_count_begins_anew() {
    inStep(new DeleteRule.Ignore());
    editInTwoSlices();
    world.decide(sheet, Stop.Verdict.APPLY);
    world.poll(sheet);
    edit(sheet, 31, 45, "m1");

    world.poll(sheet);

    assertThat(world.stops()).isEmpty();
    world.rest();
    assertThat(count(world.salesforce, "m1")).isEqualTo(45);
  }

  @Test
  void while_stopped_later_edits_there_wait_and_edits_elsewhere_go_on() {
    inStep(new DeleteRule.Ignore());
    edit(sheet, 1, 30, "m1");
    world.rest();
    edit(sheet, 50, 50, "later");
    edit(world.salesforce, 60, 60, "elsewhere");

    world.rest();

    assertThat(world.salesforce.get("salesforce50", "memo")).isEqualTo("m0");
    assertThat(sheet.get("smartsheet60", "memo")).isEqualTo("elsewhere");
    world.decide(sheet, Stop.Verdict.APPLY);
    world.rest();
    assertThat(world.salesforce.get("salesforce50", "memo")).isEqualTo("later");
  }

  @Test
  void while_stopped_a_read_before_a_write_merges_and_overwrites_nothing() {
    inStep(new DeleteRule.Ignore());
    edit(sheet, 1, 30, "m1");
    world.rest();
    world.salesforce.edit("salesforce5", "addr", "B");

    world.rest();

    assertThat(sheet.get("smartsheet5", "addr")).isEqualTo("a0");
    assertThat(sheet.get("smartsheet5", "memo")).isEqualTo("m1");
    assertThat(world.salesforce.get("salesforce5", "memo")).isEqualTo("m0");
    world.decide(sheet, Stop.Verdict.APPLY);
    world.rest();
    assertThat(sheet.get("smartsheet5", "addr")).isEqualTo("B");
    assertThat(world.salesforce.get("salesforce5", "memo")).isEqualTo("m1");
  }

  @Test
  void an_emptied_sheet_deletes_nothing_elsewhere() {
    inStep(new DeleteRule.Propagate());
    delete(sheet, 1, PARTNERS);

    world.rest();

    assertThat(world.salesforce.liveIds()).hasSize(PARTNERS);
    assertThat(world.fulfillment.liveIds()).hasSize(PARTNERS);
    assertThat(sheet.liveIds()).isEmpty();
    assertThat(world.stops()).singleElement().returns(PARTNERS, Stop::missing);
  }

  @Test
  void an_emptied_sheet_is_filled_again_when_an_admin_says_so() {
    an_emptied_sheet_deletes_nothing_elsewhere();

    world.decide(sheet, Stop.Verdict.PUT_BACK);
    world.rest();

    assertThat(sheet.liveIds()).hasSize(PARTNERS);
    assertThat(shown(sheet, "name")).containsOnly("n0");
    assertThat(world.salesforce.liveIds()).hasSize(PARTNERS);
  }

  @Test
  void half_a_sheet_deleted_counts_once_an_admin_says_yes() {
    inStep(new DeleteRule.Propagate());
    delete(sheet, 1, 30);
    world.rest();
    assertThat(world.salesforce.liveIds()).hasSize(PARTNERS);

    world.decide(sheet, Stop.Verdict.APPLY);
    world.rest();

    assertThat(world.salesforce.liveIds()).hasSize(30);
    assertThat(world.fulfillment.liveIds()).hasSize(30);
  }

  @Test
  void half_a_sheet_deleted_and_undone_ends_the_stop() {
    inStep(new DeleteRule.Propagate());
    delete(sheet, 1, 30);
    world.rest();
    assertThat(world.stops()).singleElement().returns(30, Stop::missing);
    for (int i = 1; i <= 30; i++) {
      sheet.undelete("smartsheet" + i);
    }

    world.rest();

    assertThat(world.stops()).isEmpty();
    assertThat(world.salesforce.liveIds()).hasSize(PARTNERS);
  }

  @Test
  void deletes_that_a_system_reports_itself_are_counted_too() {
    inStep(new DeleteRule.Propagate());
    delete(world.salesforce, 1, 30);

    world.rest();

    assertThat(sheet.liveIds()).hasSize(PARTNERS);
    assertThat(world.stops()).singleElement().returns(world.salesforce.system(), Stop::system);
    world.decide(world.salesforce, Stop.Verdict.APPLY);
    world.rest();
    assertThat(sheet.liveIds()).hasSize(30);
  }

  @Test
  void what_the_hub_writes_itself_and_how_a_system_renders_it_is_no_mass_change() {
    inStep(new DeleteRule.Ignore());
    sheet.renders("memo", String::toUpperCase);
    for (int batch = 0; batch < 3; batch++) {
      edit(world.salesforce, 1 + 20 * batch, 20 + 20 * batch, "m" + (batch + 1));
      world.poll(world.salesforce);
      world.pass(30);
    }

    world.rest();

    assertThat(shown(sheet, "memo")).contains("M1", "M2", "M3").doesNotContain("m0");
    assertThat(world.stops()).isEmpty();
  }

  @Test
  void a_first_read_is_no_mass_change() {
    inStep(new DeleteRule.Ignore());

    assertThat(world.stops()).isEmpty();
    assertThat(world.dossiers()).hasSize(PARTNERS);
  }

  @Test
  void a_read_that_ended_in_the_middle_is_settled_after_a_while() {
    inStep(new DeleteRule.Ignore());
    sheet.pagesOf(10);
    edit(sheet, 1, 15, "m1");
    int[] reads = {0};
    sheet.pauses(
        call -> {
          if (call.equals("page") && ++reads[0] == 1) {
            throw new SystemUnavailable(
                new Outcome.Reason(ReasonClass.CONNECTION, "down", "gone"), null, null);
          }
        });
    assertThatThrownBy(() -> world.poll(sheet)).isInstanceOf(SystemUnavailable.class);

    world.pass(700);
    world.rest();

    assertThat(count(world.salesforce, "m1")).isEqualTo(15);
  }
}
