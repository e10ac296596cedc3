package io.partnerhub.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Histories of writes that fail: tried again, given up, and mended by an edit or by time. */
abstract class NamedTroubles {

  /** Longer than any pause between two tries. */
  private static final int BETWEEN_TRIES = 1_200;

  private final World world;
  private final FakeSystem salesforce;
  private final FakeSystem sheet;

  NamedTroubles(Function<Clock, Hoard> hoards) {
    world = new World(hoards).inStepWith(2);
    salesforce = world.salesforce;
    sheet = world.sheet;
  }

  private static Outcome.Reason reason(ReasonClass kind) {
    return new Outcome.Reason(kind, "code", "the sheet refused it");
  }

  /** The sheet takes no such address. */
  private void sheetRefuses(String address) {
    sheet.refuses(
        write ->
            address.equals(write.values().get("addr"))
                ? new Outcome.Rejected(reason(ReasonClass.VALUE))
                : null);
  }

  private void sheetPutsOff(ReasonClass kind) {
    sheet.refuses(write -> new Outcome.RetryLater(reason(kind), null));
  }

  private int triesOfTheSheetIn(Duration time) {
    int before = sheet.asked();
    for (long left = time.toSeconds(); left > 0; left -= BETWEEN_TRIES) {
      world.pass((int) Math.min(left, BETWEEN_TRIES));
      world.push(sheet);
    }
    return sheet.asked() - before;
  }

  @Test
  void a_refused_value_is_a_dead_letter_at_once_and_is_not_tried_until_somebody_edits_it() {
    sheetRefuses("too long");
    world.editSeen(salesforce, "addr", "too long");

    world.push(sheet);

    assertThat(world.letters()).containsExactly("smartsheet K0 VALUE 1");
    assertThat(triesOfTheSheetIn(Duration.ofHours(1))).isZero();

    world.editSeen(salesforce, "addr", "short");
    world.push(sheet);

    assertThat(sheet.get("smartsheet1", "addr")).isEqualTo("short");
    assertThat(world.letters()).isEmpty();
  }

  @Test
  void an_edit_that_is_refused_as_well_says_so_in_the_same_letter() {
    sheet.refuses(
        write ->
            new Outcome.Rejected(
                reason(
                    "worse".equals(write.values().get("addr"))
                        ? ReasonClass.MISSING
                        : ReasonClass.VALUE)));
    world.editSeen(salesforce, "addr", "bad");
    world.push(sheet);
    world.editSeen(salesforce, "addr", "worse");

    world.push(sheet);

    assertThat(world.letters()).containsExactly("smartsheet K0 MISSING 1");
    assertThat(triesOfTheSheetIn(Duration.ofHours(1))).isZero();
  }

  @Test
  void a_letter_stays_open_while_the_edit_behind_it_is_only_put_off() {
    sheetRefuses("bad");
    world.editSeen(salesforce, "addr", "bad");
    world.push(sheet);
    sheetPutsOff(ReasonClass.CONNECTION);
    world.editSeen(salesforce, "addr", "good");
    world.push(sheet);
    assertThat(world.letters()).hasSize(1);

    sheet.refuses(write -> null);
    world.rest();

    assertThat(world.all("addr")).containsExactly("good", "good", "good");
    assertThat(world.letters()).isEmpty();
  }

  @Test
  void a_letter_leaves_the_queue_when_its_value_is_taken_back() {
    sheetRefuses("bad");
    world.editSeen(salesforce, "addr", "bad");
    world.push(sheet);

    world.editSeen(salesforce, "addr", "a0");

    assertThat(world.letters()).isEmpty();
  }

  @Test
  void a_letter_leaves_the_queue_when_its_copy_is_deleted() {
    sheetRefuses("bad");
    world.editSeen(salesforce, "addr", "bad");
    world.push(sheet);

    sheet.delete("smartsheet1");
    world.rest();

    assertThat(world.letters()).isEmpty();
  }

  @Test
  void a_key_that_another_record_is_about_to_give_up_is_tried_again_and_makes_no_letter() {
    world.edit(salesforce, "key", "K9");
    world.pass(4);
    salesforce.edit("salesforce2", "key", "K0");
    world.poll(salesforce);
    world.fulfillment.refuses(
        write ->
            "K9".equals(write.values().get("key"))
                ? new Outcome.RetryLater(reason(ReasonClass.CONFLICT), Duration.ofSeconds(30))
                : null);
    world.push(world.fulfillment);
    assertThat(world.fulfillment.get("fulfillment2", "key")).isEqualTo("K1");

    world.fulfillment.refuses(write -> null);
    world.rest();

    assertThat(world.fulfillment.get("fulfillment2", "key")).isEqualTo("K0");
    assertThat(world.letters()).isEmpty();
  }

  @Test
  void one_record_that_is_refused_stops_no_other() {
    sheetRefuses("bad");
    world.edit(salesforce, "addr", "bad");
    salesforce.edit("salesforce2", "addr", "good");
    world.poll(salesforce);

    world.push(sheet);
    world.push(world.fulfillment);

    assertThat(sheet.get("smartsheet2", "addr")).isEqualTo("good");
    assertThat(world.fulfillment.get("fulfillment1", "addr")).isEqualTo("bad");
    assertThat(world.letters()).containsExactly("smartsheet K0 VALUE 1");
  }

  @Test
  void a_system_that_is_not_reached_is_tried_again_and_again_and_given_up_after_its_time() {
    sheetPutsOff(ReasonClass.CONNECTION);
    world.editSeen(salesforce, "addr", "B");

    assertThat(triesOfTheSheetIn(Duration.ofHours(5))).isEqualTo(15);
    assertThat(world.letters()).isEmpty();
    triesOfTheSheetIn(Duration.ofMinutes(90));

    assertThat(world.letters()).singleElement().asString().startsWith("smartsheet K0 CONNECTION");
    assertThat(triesOfTheSheetIn(Duration.ofHours(1))).isZero();
  }

  @Test
  void an_outage_that_ends_in_time_leaves_no_letter() {
    sheetPutsOff(ReasonClass.CONNECTION);
    world.editSeen(salesforce, "addr", "B");
    triesOfTheSheetIn(Duration.ofHours(5));

    sheet.refuses(write -> null);
    world.rest();

    assertThat(world.all("addr")).containsExactly("B", "B", "B");
    assertThat(world.letters()).isEmpty();
  }

  @Test
  void a_rate_limit_is_never_given_up_and_leaves_no_mark_on_what_fails_next() {
    sheetPutsOff(ReasonClass.RATE_LIMIT);
    world.editSeen(salesforce, "addr", "B");
    triesOfTheSheetIn(Duration.ofHours(30));
    assertThat(world.letters()).isEmpty();

    sheetPutsOff(ReasonClass.CONNECTION);
    triesOfTheSheetIn(Duration.ofHours(5));

    assertThat(world.letters()).isEmpty();
  }

  @Test
  void a_pause_that_the_system_asks_for_is_kept() {
    sheet.refuses(
        write -> new Outcome.RetryLater(reason(ReasonClass.RATE_LIMIT), Duration.ofSeconds(60)));
    world.editSeen(salesforce, "addr", "B");
    world.push(sheet);
    int tried = sheet.asked();

    world.pass(57);
    world.push(sheet);
    assertThat(sheet.asked()).isEqualTo(tried);
    world.pass(2);
    world.push(sheet);

    assertThat(sheet.asked()).isEqualTo(tried + 1);
  }

  @Test
  void what_failed_and_what_was_given_up_outlives_the_hub() {
    sheet.refuses(
        write ->
            "bad".equals(write.values().get("addr"))
                ? new Outcome.Rejected(reason(ReasonClass.VALUE))
                : new Outcome.RetryLater(reason(ReasonClass.RATE_LIMIT), Duration.ofMinutes(1)));
    world.edit(salesforce, "addr", "bad");
    salesforce.edit("salesforce2", "addr", "good");
    world.poll(salesforce);
    world.push(sheet);
    int tried = sheet.asked();

    world.startHub();
    world.push(sheet);
    assertThat(sheet.asked()).isEqualTo(tried);
    assertThat(world.letters()).containsExactly("smartsheet K0 VALUE 1");
    sheet.refuses(write -> null);
    world.pass(60);
    world.push(sheet);

    assertThat(sheet.get("smartsheet2", "addr")).isEqualTo("good");
    assertThat(sheet.get("smartsheet1", "addr")).isEqualTo("a0");
  }

  @Test
  void a_lost_answer_that_was_given_up_is_no_trouble_once_a_read_finds_its_values() {
    Outcome.Unknown lost = new Outcome.Unknown(reason(ReasonClass.UNKNOWN_OUTCOME));
    sheet.refuses(write -> lost);
    world.editSeen(salesforce, "addr", "B");
    for (int i = 0; i < 40 && world.letters().isEmpty(); i++) {
      world.pass(BETWEEN_TRIES);
      world.puller(salesforce).closeLost(World.GRACE);
      world.puller(sheet).again();
      world.push(sheet);
    }
    assertThat(world.letters()).hasSize(1);

    sheet.edit("smartsheet1", "addr", "B");
    world.rest();

    assertThat(world.letters()).isEmpty();
  }

  private long readsOfSalesforceIn(Duration time) {
    long before = salesforce.reads();
    for (long left = time.toSeconds(); left > 0; left -= 2) {
      world.pass(1);
      world.push(salesforce);
    }
    return salesforce.reads() - before;
  }

  @Test
  void a_copy_that_no_read_shows_is_read_a_dozen_times_and_then_makes_a_letter() {
    salesforce.hide("salesforce1");
    world.editSeen(sheet, "addr", "B");

    world.push(salesforce);
    assertThat(trouble(salesforce).reason().message())
        .isEqualTo(
            "salesforce shows the copy salesforce1 to the hub no more, but does not say that it was"
                + " deleted: it was removed for good, or the hub's user may not see it");
    assertThat(readsOfSalesforceIn(Duration.ofHours(1))).isEqualTo(11);

    assertThat(world.letters()).containsExactly("salesforce K0 GONE 12");
    assertThat(salesforce.asked()).isZero();
  }

  @Test
  void a_copy_that_no_read_shows_stops_no_other() {
    salesforce.hide("salesforce1");
    world.edit(sheet, "addr", "B");
    sheet.edit("smartsheet2", "addr", "C");
    world.poll(sheet);

    world.push(salesforce);

    assertThat(salesforce.get("salesforce2", "addr")).isEqualTo("C");
  }

  @Test
  void a_copy_that_is_shown_again_gets_what_it_was_due_meanwhile() {
    salesforce.hide("salesforce1");
    world.editSeen(sheet, "addr", "B");
    readsOfSalesforceIn(Duration.ofSeconds(40));
    salesforce.showAgain("salesforce1");

    world.rest();

    assertThat(world.all("addr")).containsExactly("B", "B", "B");
    assertThat(trouble(salesforce)).isEqualTo(Trouble.NONE);
  }

  @Test
  void an_edit_has_a_copy_tried_again_that_was_given_up_as_not_shown() {
    a_copy_that_no_read_shows_is_read_a_dozen_times_and_then_makes_a_letter();
    salesforce.showAgain("salesforce1");
    world.edit(sheet, "addr", "C");

    world.rest();

    assertThat(world.all("addr")).containsExactly("C", "C", "C");
    assertThat(world.letters()).isEmpty();
  }

  @Test
  void a_copy_that_shows_itself_deleted_at_last_has_no_letter() {
    a_copy_that_no_read_shows_is_read_a_dozen_times_and_then_makes_a_letter();
    salesforce.showAgain("salesforce1");
    world.pass(4);
    salesforce.delete("salesforce1");

    world.rest();

    assertThat(world.letters()).isEmpty();
  }

  private Trouble trouble(FakeSystem system) {
    return world.dossiers().values().iterator().next().replica(system.system()).trouble();
  }
}
