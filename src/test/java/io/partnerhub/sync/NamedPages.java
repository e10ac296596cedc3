package io.partnerhub.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.sync.system.SystemUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Histories of people who edit while a source is read in pages that take their time. */
abstract class NamedPages {

  private final Function<Clock, Hoard> hoards;
  private final World world;
  private final FakeSystem salesforce;
  private final FakeSystem sheet;
  private final FakeSystem fulfillment;

  NamedPages(Function<Clock, Hoard> hoards) {
    this.hoards = hoards;
    world = new World(hoards).inStepWith(3);
    salesforce = world.salesforce;
    sheet = world.sheet;
    fulfillment = world.fulfillment;
    world.pass(30);
  }

  /** What came meanwhile fits into one page. */
  private void pollInPages(World w, FakeSystem system) {
    system.pagesOf(1);
    w.poll(system);
    system.pagesOf(100);
  }

  /** One of its rows that an early page has shown is edited, and later the same field elsewhere. */
  private void editBetweenPages(FakeSystem read, FakeSystem other) {
    world.pass(5);
    read.edit(read.system().value() + 1, "addr", "older");
    world.pass(15);
    other.edit(other.system().value() + 1, "addr", "newer");
    world.poll(other);
    world.pass(40);
  }

  private void beforeTheNextPage(FakeSystem system, Runnable action) {
    system.pauses(
        call -> {
          if (call.equals("page")) {
            system.pauses(any -> {});
            action.run();
          }
        });
  }

  /** The row's stamp no longer tells when the field was edited. */
  private void editAnotherField(FakeSystem read) {
    world.edit(read, "memo", "m1");
  }

  private void assertThatTheNewerEditStands(FakeSystem other) {
    world.rest();
    assertThat(other.shown(other.system().value() + 1, "addr")).endsWith("newer");
    assertThat(world.first().agreed().get("addr")).isNotEqualTo("older");
  }

  @Test
  void latest_an_edit_of_a_row_that_an_early_page_showed_is_no_newer_than_the_last_page() {
    beforeTheNextPage(salesforce, () -> editBetweenPages(salesforce, sheet));

    pollInPages(world, salesforce);
    editAnotherField(salesforce);

    assertThatTheNewerEditStands(sheet);
  }

  @Test
  void latest_an_edit_of_a_row_that_an_early_page_of_a_sheet_showed_is_no_newer_either() {
    sheet.edit("smartsheet3", "memo", "m");
    beforeTheNextPage(sheet, () -> editBetweenPages(sheet, salesforce));

    pollInPages(world, sheet);
    editAnotherField(sheet);

    assertThatTheNewerEditStands(salesforce);
  }

  @Test
  void latest_an_edit_after_the_first_page_of_a_read_that_was_broken_off_is_no_newer() {
    fulfillment.keepsCursors();
    beforeTheNextPage(
        fulfillment,
        () -> {
          throw new SystemUnavailable(
              new Outcome.Reason(ReasonClass.CONNECTION, "down", "gone"), null, null);
        });
    assertThatThrownBy(() -> pollInPages(world, fulfillment)).isInstanceOf(SystemUnavailable.class);
    editBetweenPages(fulfillment, sheet);

    pollInPages(world, fulfillment);
    editAnotherField(fulfillment);

    assertThatTheNewerEditStands(sheet);
  }

  @Test
  void latest_an_edit_that_was_committed_long_behind_its_stamp_is_not_taken_for_newer() {
    world.pass(5);
    salesforce.editVisibleAfter(Duration.ofSeconds(40), "salesforce1", "addr", "older");
    world.pass(15);
    sheet.edit("smartsheet1", "addr", "newer");
    world.poll(sheet);
    world.pass(15);
    world.poll(salesforce);

    assertThatTheNewerEditStands(sheet);
  }

  @Test
  void latest_an_edit_of_a_row_that_a_read_in_pages_did_not_show_is_newer_than_its_first_page() {
    World three = new World(hoards).inStepWith(3);
    three.pass(30);
    three.salesforce.edit("salesforce2", "memo", "m");
    three.salesforce.edit("salesforce3", "memo", "m");
    three.editSeen(three.sheet, "addr", "older");
    three.poll(three.salesforce);
    three.pass(30);
    beforeTheNextPage(three.salesforce, () -> three.edit(three.salesforce, "addr", "newer"));

    pollInPages(three, three.salesforce);
    three.rest();

    assertThat(three.all("addr")).containsExactly("newer", "newer", "newer");
  }
}
