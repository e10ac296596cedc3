package io.partnerhub.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.sync.FakeSystem.Fault;
import io.partnerhub.sync.held.Choice;
import io.partnerhub.sync.store.Told;
import io.partnerhub.sync.write.Push;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The named histories of the design's model that concern one record type, and some more. */
abstract class NamedHistories {

  private final Function<Clock, Hoard> hoards;
  private final World world;
  private final FakeSystem salesforce;
  private final FakeSystem sheet;
  private final FakeSystem fulfillment;

  NamedHistories(Function<Clock, Hoard> hoards) {
    this.hoards = hoards;
    world = new World(hoards).inStepWith(1);
    salesforce = world.salesforce;
    sheet = world.sheet;
    fulfillment = world.fulfillment;
  }

  @Test
  void late_page_does_not_roll_a_record_back() {
    world.edit(sheet, "memo", "m1");
    world.editSeen(salesforce, "addr", "B");
    sheet.afterNextRead(() -> world.push(sheet));

    world.poll(sheet);
    world.push(salesforce);
    world.rest();

    assertThat(salesforce.shown("salesforce1", "addr")).containsExactly("a0", "B");
    assertThat(world.all("addr")).containsExactly("B", "B", "B");
    assertThat(world.all("memo")).containsExactly("m1", "m1", "m1");
  }

  @Test
  void two_nodes_the_older_picture_merged_last_does_not_count() {
    world.edit(sheet, "addr", "B");
    sheet.afterNextRead(
        () -> {
          world.editSeen(sheet, "addr", "C");
        });

    world.poll(sheet);
    world.push(salesforce);
    world.rest();

    assertThat(world.all("addr")).containsExactly("C", "C", "C");
    assertThat(salesforce.shown("salesforce1", "addr")).containsExactly("a0", "C");
  }

  @Test
  void settle_an_edit_observed_before_the_answer_is_not_lost_from_sight() {
    world.editSeen(salesforce, "name", "N");
    sheet.afterNextEffect(
        () -> {
          world.editSeen(sheet, "name", "X");
        });

    world.push(sheet);
    world.rest();

    assertThat(world.all("name")).containsExactly("N", "N", "N");
  }

  @Test
  void blind_an_edit_between_read_and_write_is_merged_not_overwritten() {
    world.editSeen(salesforce, "addr", "B");
    world.edit(sheet, "addr", "C");

    world.push(sheet);
    world.rest();

    assertThat(sheet.get("smartsheet1", "addr")).isEqualTo("C");
    assertThat(world.first().held()).containsKey("addr");
  }

  @Test
  void a_record_whose_system_does_not_tell_when_it_was_changed_is_synced_all_the_same() {
    salesforce.tellsNoTimes();
    String id = salesforce.create(World.partner("NEW"));
    world.rest();
    assertThat(sheet.get("smartsheet2", "key")).isEqualTo("NEW");

    world.pass(60);
    salesforce.edit(id, "addr", "B");
    world.rest();

    assertThat(sheet.get("smartsheet2", "addr")).isEqualTo("B");
  }

  @Test
  void blind_late_an_edit_after_the_pre_read_is_found_by_the_version_gap_and_held() {
    world.editSeen(salesforce, "addr", "B");
    sheet.beforeNextEffect(() -> sheet.edit("smartsheet1", "addr", "C"));

    world.push(sheet);
    world.rest();

    assertThatAnAddressIsHeldAtB();
  }

  @Test
  void blind_late_in_salesforce_an_edit_after_the_pre_read_is_told_by_an_event_and_held() {
    world.withEvents();
    world.editSeen(sheet, "addr", "B");
    salesforce.beforeNextEffect(() -> salesforce.edit("salesforce1", "addr", "C"));

    world.push(salesforce);
    world.rest();

    assertThatAnAddressIsHeldAtB();
  }

  @Test
  void a_write_of_which_no_event_tells_is_waited_for_no_longer_than_an_event_may_be_late() {
    world.withEvents();
    world.editSeen(sheet, "addr", "B");
    world.push(salesforce);
    world.loseEvents();

    world.pass((int) Told.LATE.toSeconds() - 10);
    world.tellAll();
    world.poll(salesforce);
    assertThat(world.suspects()).isOne();

    world.pass(20);
    world.poll(salesforce);
    assertThat(world.suspects()).as("nothing was heard since").isOne();

    world.tellAll();
    world.poll(salesforce);
    assertThat(world.suspects()).isZero();
  }

  @Test
  void a_write_whose_event_comes_late_after_a_silence_is_judged_by_it() {
    world.withEvents();
    world.editSeen(sheet, "addr", "B");
    salesforce.beforeNextEffect(() -> salesforce.edit("salesforce1", "addr", "C"));
    world.push(salesforce);

    world.pass(3 * (int) Told.LATE.toSeconds());
    world.poll(salesforce);
    world.tell(1);
    world.poll(salesforce);
    world.rest();

    assertThatAnAddressIsHeldAtB();
  }

  private void assertThatAnAddressIsHeldAtB() {
    Hold hold = world.first().held().get("addr");
    assertThat(hold).isNotNull();
    assertThat(hold.candidates()).containsValue("C");
    assertThat(hold.agreed()).isEqualTo("B");
  }

  @Test
  void an_edit_that_was_seen_before_our_write_replaced_it_holds_nothing() {
    world.withEvents();
    world.edit(salesforce, "track", "C");
    world.poll(salesforce);
    world.push(salesforce);
    world.rest();

    assertThat(world.all("track")).containsExactly("t0", "t0", "t0");
    assertThat(world.first().held()).isEmpty();
  }

  @Test
  void same_second_two_edits_with_a_poll_between_are_both_seen() {
    world.edit(salesforce, "addr", "B");
    salesforce.edit("salesforce1", "addr", "B");
    world.puller(salesforce).news();
    salesforce.edit("salesforce1", "addr", "C");

    world.rest();

    assertThat(world.all("addr")).containsExactly("C", "C", "C");
  }

  @Test
  void lag_a_row_committed_behind_the_watermark_is_found_by_the_second_pass() {
    World two = new World(hoards).inStepWith(2);
    two.pass(4);
    two.salesforce.editVisibleAfter(Duration.ofSeconds(16), "salesforce1", "addr", "B");
    two.pass(14);
    two.salesforce.edit("salesforce2", "memo", "m");
    two.poll(two.salesforce);
    two.pass(16);

    two.rest();

    assertThat(two.all("addr")).containsExactly("B", "B", "B");
  }

  @Test
  void zombie_an_unanswered_write_that_lands_late_does_not_undo_its_successor() {
    world.editSeen(salesforce, "addr", "B");
    world.push(sheet, Fault.LANDS_LATER);
    world.editSeen(salesforce, "addr", "C");
    world.editSeen(sheet, "memo", "m1");
    world.push(sheet);
    world.pass(30);
    sheet.landLateCalls();

    world.rest();

    assertThat(world.all("addr")).containsExactly("C", "C", "C");
  }

  @Test
  void cut_shared_a_text_that_the_sheet_cuts_stays_whole_in_salesforce() {
    sheet.renders("addr", v -> v.substring(0, Math.min(4, v.length())));
    world.edit(salesforce, "addr", "abcdefgh");
    world.rest();
    world.edit(sheet, "memo", "m1");

    world.rest();

    assertThat(world.all("addr")).containsExactly("abcdefgh", "abcd", "abcdefgh");
  }

  @Test
  void cut_owned_a_text_that_the_sheet_cuts_is_written_once() {
    sheet.renders("name", v -> v.substring(0, Math.min(4, v.length())));
    world.edit(salesforce, "name", "abcdefgh");
    int before = sheet.written();

    world.rest();

    assertThat(sheet.written() - before).isEqualTo(1);
  }

  @Test
  void cut_in_salesforce_is_learnt_from_the_read_after_the_write() {
    salesforce.renders("track", v -> v.substring(0, Math.min(4, v.length())));
    world.edit(sheet, "track", "abcdefgh");
    int before = salesforce.written();

    world.rest();

    assertThat(world.all("track")).containsExactly("abcd", "abcdefgh", "abcdefgh");
    assertThat(salesforce.written() - before).isEqualTo(1);
  }

  @Test
  void automation_that_changes_a_field_back_is_held_after_three_rewrites() {
    salesforce.automates("track", v -> v.endsWith("!") ? v : v + "!");
    world.edit(sheet, "track", "T");
    int before = salesforce.written();

    world.rest();

    assertThat(salesforce.written() - before).isEqualTo(4);
    assertThat(world.first().held().get("track").why()).isEqualTo(Hold.Why.FIGHT);
  }

  @Test
  void first_ss_nothing_is_created_in_a_sheet_that_was_not_read_completely() {
    World first = new World(hoards);
    first.salesforce.create(World.partner("K0"));
    first.salesforce.create(World.partner("K1"));
    first.sheet.create(World.partner("K1"));
    first.poll(first.salesforce);
    first.push(first.sheet);

    first.rest();

    assertThat(first.sheet.liveWith("key", "K1")).hasSize(1);
    assertThat(first.sheet.liveWith("key", "K0")).hasSize(1);
  }

  @Test
  void first_sf_a_key_created_on_both_sides_is_matched_and_held_not_filled_over() {
    sheet.create(Map.of("key", "N", "addr", "P2", "memo", "m"));
    world.poll(sheet);
    String id = salesforce.create(Map.of("key", "N", "addr", "P1"));

    world.push(salesforce);
    world.rest();

    assertThat(salesforce.get(id, "addr")).isEqualTo("P1");
    assertThat(salesforce.get(id, "memo")).isEqualTo("m");
    assertThat(salesforce.liveWith("key", "N")).hasSize(1);
    assertThat(world.dossiers().values())
        .anySatisfy(d -> assertThat(d.record().held()).containsKey("addr"));
  }

  @Test
  void rename_of_a_key_is_an_edit_not_a_new_record() {
    world.edit(sheet, "key", "K9");

    world.rest();

    assertThat(salesforce.liveIds()).containsExactly("salesforce1");
    assertThat(world.all("key")).containsExactly("K9", "K9", "K9");
    assertThat(world.all("name")).containsExactly("n0", "n0", "n0");
  }

  @Test
  void delete_ends_what_is_due_and_brings_nothing_back() {
    world.editSeen(sheet, "memo", "m9");
    world.pass(1);
    salesforce.delete("salesforce1");
    world.push(salesforce);

    world.rest();

    assertThat(salesforce.liveIds()).isEmpty();
    assertThat(sheet.get("smartsheet1", "status")).isEqualTo("removed");
  }

  @Test
  void late_delete_a_picture_from_before_it_revives_nothing() {
    world.edit(salesforce, "memo", "m1");
    salesforce.afterNextRead(
        () -> {
          world.pass(4);
          salesforce.delete("salesforce1");
          world.poll(salesforce);
        });
    world.poll(salesforce);
    world.editSeen(sheet, "addr", "Z");
    world.push(salesforce);

    world.rest();

    assertThat(salesforce.liveIds()).isEmpty();
  }

  @Test
  void sweep_shift_a_row_deleted_between_two_pages_deletes_no_other() {
    World three = new World(hoards).inStepWith(3);
    three.sheet.betweenSweepPages(() -> three.sheet.delete("smartsheet1"));

    three.sweep(three.sheet);

    assertThat(three.dossiers().values())
        .filteredOn(d -> "K2".equals(d.record().agreed().get("key")))
        .singleElement()
        .satisfies(d -> assertThat(d.replica(sheet.system()).isLinked()).isTrue());
  }

  @Test
  void sweep_add_a_row_added_after_the_sweep_began_is_not_taken_for_deleted() {
    salesforce.create(World.partner("N"));
    world.poll(salesforce);
    sheet.afterNextSweep(() -> world.push(sheet));

    world.sweep(sheet);

    assertThat(world.dossiers().values())
        .filteredOn(d -> "N".equals(d.record().agreed().get("key")))
        .singleElement()
        .satisfies(d -> assertThat(d.replica(sheet.system()).isLinked()).isTrue());
  }

  @Test
  void a_row_that_was_deleted_before_its_add_was_answered_is_missed_by_the_next_poll() {
    salesforce.create(World.partner("N"));
    world.poll(salesforce);

    pushAndDeleteBeforeTheAnswer("smartsheet2");

    assertThatTheNextPollsFindItsDeletion("salesforce2");
  }

  @Test
  void a_row_that_was_deleted_before_its_update_was_answered_is_missed_by_the_next_poll() {
    world.editSeen(salesforce, "name", "N");

    pushAndDeleteBeforeTheAnswer("smartsheet1");

    assertThatTheNextPollsFindItsDeletion("salesforce1");
  }

  private void pushAndDeleteBeforeTheAnswer(String row) {
    sheet.afterNextEffect(
        () -> {
          sheet.delete(row);
          world.poll(sheet);
        });
    world.push(sheet);
  }

  @Test
  void a_row_that_was_added_beside_a_sweep_is_missed_when_it_is_deleted() {
    salesforce.create(World.partner("N"));
    world.poll(salesforce);
    sheet.afterNextSweep(() -> world.push(sheet));
    world.sweep(sheet);
    sheet.delete("smartsheet2");

    assertThatTheNextPollsFindItsDeletion("salesforce2");
  }

  @Test
  void a_row_that_a_read_showed_before_its_add_was_answered_is_not_read_once_more() {
    salesforce.create(World.partner("N"));
    world.poll(salesforce);
    sheet.afterNextEffect(
        () -> {
          sheet.create(World.partner("typed"));
          world.poll(sheet);
        });
    world.push(sheet);
    List<String> calls = new ArrayList<>();
    sheet.pauses(calls::add);

    world.poll(sheet);

    assertThat(calls).contains("news").doesNotContain("changes");
  }

  /** Without the sweep that comes every ten minutes. */
  private void assertThatTheNextPollsFindItsDeletion(String account) {
    for (int poll = 0; poll < 2; poll++) {
      world.pass(30);
      world.poll(sheet);
    }
    world.push(salesforce);
    assertThat(salesforce.get(account, "status")).isEqualTo("removed");
  }

  @Test
  void latest_an_unrelated_later_edit_of_the_row_does_not_make_an_old_edit_win() {
    world.edit(salesforce, "addr", "old");
    world.pass(20);
    world.edit(sheet, "addr", "new");
    world.pass(20);
    world.edit(salesforce, "memo", "m");
    world.poll(sheet);
    world.poll(salesforce);

    assertThat(
            "new".equals(world.first().agreed().get("addr"))
                || world.first().held().containsKey("addr"))
        .isTrue();
    assertThat(sheet.get("smartsheet1", "addr")).isEqualTo("new");
  }

  @Test
  void latest_takes_no_edit_for_newer_because_a_glance_took_it_for_the_hubs_own() {
    World two = new World(hoards).inStepWith(2);
    two.salesforce.edit("salesforce2", "name", "N");
    two.poll(two.salesforce);
    two.sheet.beforeNextEffect(
        () -> {
          two.edit(two.sheet, "addr", "older");
          two.edit(two.salesforce, "addr", "newer");
          two.pass(20);
          two.poll(two.sheet);
        });
    two.push(two.sheet);
    two.edit(two.sheet, "memo", "m");

    two.rest();

    assertThat(two.salesforce.get("salesforce1", "addr")).isEqualTo("newer");
  }

  @Test
  void latest_decides_when_the_edits_are_apart() {
    world.editSeen(salesforce, "addr", "first");
    world.pass(20);
    world.poll(sheet);
    world.pass(20);
    world.edit(sheet, "addr", "second");

    world.rest();

    assertThat(world.all("addr")).containsExactly("second", "second", "second");
  }

  @Test
  void prefer_of_two_edits_the_preferred_systems_counts_though_the_other_is_newer() {
    world.edit(sheet, "note", "preferred");
    world.editSeen(salesforce, "note", "newer");

    world.rest();

    assertThat(world.all("note")).containsExactly("preferred", "preferred", "preferred");
    assertThat(world.first().held()).isEmpty();
  }

  @Test
  void hold_of_two_edits_neither_side_is_written_until_somebody_chooses() {
    world.edit(sheet, "memo", "tracker's");
    world.edit(salesforce, "memo", "Salesforce's");

    world.rest();

    assertThat(world.first().held().get("memo").why()).isEqualTo(Hold.Why.CONFLICT);
    assertThat(world.all("memo")).containsExactly("Salesforce's", "tracker's", "m0");
    world.choose("K0", "memo", new Choice.Candidate(sheet.system()));
    world.rest();
    assertThat(world.all("memo")).containsExactly("tracker's", "tracker's", "tracker's");
  }

  @Test
  void add_rename_an_unanswered_add_is_found_by_its_own_key_though_it_was_renamed() {
    salesforce.create(World.partner("N"));
    world.poll(salesforce);
    world.push(sheet, Fault.EFFECT_NO_ANSWER);
    world.pass(4);
    salesforce.edit("salesforce2", "key", "N2");
    world.poll(salesforce);
    world.pass(130);
    world.push(sheet);
    world.push(sheet);

    world.rest();

    assertThat(sheet.liveIds()).hasSize(2);
    assertThat(sheet.liveWith("key", "N2")).hasSize(1);
  }

  @Test
  void add_late_an_unanswered_add_that_lands_within_the_grace_time_makes_no_second_row() {
    salesforce.create(World.partner("N"));
    world.poll(salesforce);
    world.push(sheet, Fault.LANDS_LATER);
    world.puller(sheet).closeLost(World.GRACE);
    world.poll(sheet);
    world.push(sheet);
    world.push(sheet);
    world.pass(30);
    sheet.landLateCalls();

    world.rest();

    assertThat(sheet.liveWith("key", "N")).hasSize(1);
    assertThat(world.strays()).isEmpty();
  }

  @Test
  void one_key_two_records_that_come_to_one_key_are_both_held() {
    salesforce.create(World.partner("R"));
    world.poll(salesforce);
    sheet.edit("smartsheet1", "key", "R");
    world.poll(sheet);
    int before = world.written();

    world.rest();

    assertThat(world.written()).isEqualTo(before);
    assertThat(world.dossiers().values())
        .hasSize(2)
        .flatExtracting(d -> d.replicas().values())
        .allSatisfy(r -> assertThat(r.trouble().reason()).isNull());
  }

  @Test
  void skip_own_a_persons_edit_beneath_a_write_of_the_hub_is_seen() {
    world.editSeen(sheet, "memo", "m1");
    world.edit(salesforce, "addr", "B");
    world.push(salesforce);

    world.rest();

    assertThat(world.all("addr")).containsExactly("B", "B", "B");
    assertThat(world.all("memo")).containsExactly("m1", "m1", "m1");
  }

  @Test
  void retype_putting_the_old_value_back_at_once_is_an_edit() {
    world.editSeen(salesforce, "addr", "B");
    world.push(sheet);
    world.edit(sheet, "addr", "a0");

    world.rest();

    assertThat(world.all("addr")).isEqualTo(List.of("a0", "a0", "a0"));
  }

  @Test
  void dead_claim_a_batch_that_a_dead_hub_had_only_claimed_is_written_at_once() {
    world.editSeen(salesforce, "addr", "B");
    assertThat(world.pusher(sheet).claim()).isPresent();

    world.startHub();
    world.push(sheet);

    assertThat(sheet.get("smartsheet1", "addr")).isEqualTo("B");
  }

  @Test
  void twins_found_by_the_read_before_an_add_stop_it() {
    salesforce.create(World.partner("N"));
    world.poll(salesforce);
    sheet.create(World.partner("N"));
    sheet.create(World.partner("N"));

    world.push(sheet);
    world.rest();

    assertThat(sheet.liveWith("key", "N")).containsExactly("smartsheet2", "smartsheet3");
  }

  @Test
  void held_key_nothing_is_added_beside_a_row_whose_rename_is_held() {
    world.edit(sheet, "key", "N");
    salesforce.create(World.partner("N"));
    salesforce.delete("salesforce1");

    world.rest();

    assertThat(sheet.liveWith("key", "N")).containsExactly("smartsheet1");
  }

  @Test
  void freed_key_a_copy_under_the_old_key_becomes_a_record_once_the_rename_is_written() {
    world.edit(salesforce, "key", "N");
    sheet.create(World.partner("K0"));

    world.rest();

    assertThat(world.strays()).isEmpty();
    assertThat(salesforce.liveWith("key", "K0")).hasSize(1);
    assertThat(salesforce.liveWith("key", "N")).containsExactly("salesforce1");
  }

  @Test
  void zombie_over_an_edit_that_a_late_write_replaces_unseen_is_found_and_held() {
    world.editSeen(salesforce, "memo", "B");
    world.push(sheet, Fault.LANDS_LATER);
    world.edit(sheet, "memo", "C");
    world.pass(30);
    sheet.landLateCalls();

    world.rest();

    assertThat(world.first().held().get("memo").candidates()).containsValue("C");
  }

  @Test
  void blind_beside_a_poll_an_edit_after_the_pre_read_is_found_though_a_poll_saw_its_version() {
    world.editSeen(salesforce, "memo", "B");
    sheet.beforeNextEffect(
        () -> {
          sheet.edit("smartsheet1", "memo", "C");
          world.poll(sheet);
        });

    world.push(sheet);
    world.rest();

    assertThat(world.first().held().get("memo").candidates()).containsValue("C");
  }

  @Test
  void sweep_stray_a_copy_set_aside_after_the_sweep_began_is_not_forgotten() {
    sheet.afterNextSweep(
        () -> {
          sheet.create(World.partner("K0"));
          world.poll(sheet);
        });

    world.sweep(sheet);
    world.rest();

    assertThat(world.strays()).containsExactly("smartsheet2 DOUBLE_KEY");
  }

  @Test
  void stall_a_worker_held_up_for_longer_than_its_lease_sends_nothing() {
    world.editSeen(salesforce, "addr", "B");
    Push push = world.pusher(sheet);
    Push.Armed armed = push.storeIntent(push.readFirst(push.claim().orElseThrow()));
    world.edit(salesforce, "addr", "C");
    world.pass(200);
    world.rest();

    push.settle(push.send(armed, () -> false, () -> true));
    world.rest();

    assertThat(sheet.shown("smartsheet1", "addr")).containsExactly("a0", "C");
  }

  @Test
  void stall_a_worker_whose_calls_take_longer_than_its_lease_makes_no_more_of_them() {
    salesforce.create(World.partner("K1"));
    world.rest();
    world.edit(salesforce, "addr", "B");
    salesforce.edit("salesforce2", "addr", "B");
    world.poll(salesforce);
    sheet.afterNextRecord(
        () -> {
          world.pass(4);
          salesforce.edit("salesforce2", "addr", "C");
          world.pass(200);
          world.rest();
        });

    world.push(sheet);
    world.rest();

    assertThat(sheet.shown("smartsheet1", "addr")).containsExactly("a0", "B");
    assertThat(sheet.shown("smartsheet2", "addr")).containsExactly("a0", "C");
    assertThat(salesforce.get("salesforce2", "addr")).isEqualTo("C");
  }

  @Test
  void answered_a_page_read_before_our_write_and_merged_after_its_answer_does_not_count() {
    world.edit(sheet, "memo", "m1");
    world.editSeen(salesforce, "addr", "B");
    Push push = world.pusher(sheet);
    Push.Armed armed = push.storeIntent(push.readFirst(push.claim().orElseThrow()));
    sheet.afterNextRead(() -> push.settle(push.send(armed, () -> false, () -> true)));

    world.poll(sheet);
    world.push(salesforce);
    world.rest();

    assertThat(salesforce.shown("salesforce1", "addr")).containsExactly("a0", "B");
  }

  @Test
  void lost_answer_what_landed_is_no_edit_though_the_record_has_moved_on() {
    world.editSeen(salesforce, "memo", "B");
    world.push(sheet, Fault.EFFECT_NO_ANSWER);
    world.edit(salesforce, "memo", "C");
    world.edit(sheet, "addr", "D");

    world.rest();

    assertThat(world.all("memo")).containsExactly("C", "C", "C");
    assertThat(world.first().held()).isEmpty();
  }

  @Test
  void pre_read_overtaken_by_an_older_page_writes_nothing() {
    world.editSeen(salesforce, "memo", "B");
    world.edit(sheet, "addr", "D");
    Strands strands = new Strands(world.clock);
    sheet.pauses(strands::pause);
    strands.start(world.puller(sheet)::news);
    strands.step(0);
    world.edit(sheet, "memo", "C");
    strands.start(world.pusher(sheet)::once);
    strands.step(1);

    strands.finish();
    strands.finish();
    world.rest();

    assertThat(world.first().held().get("memo").candidates()).containsValue("C");
  }

  @Test
  void pre_read_turned_away_by_a_poll_is_made_again_without_a_pause() {
    world.editSeen(salesforce, "memo", "B");
    world.edit(sheet, "addr", "D");
    Strands strands = new Strands(world.clock);
    sheet.pauses(strands::pause);
    strands.start(world.puller(sheet)::news);
    strands.step(0);
    strands.start(world.pusher(sheet)::once);
    strands.step(1);
    strands.finish();
    strands.finish();

    world.pusher(sheet).once();

    assertThat(sheet.get("smartsheet1", "memo")).isEqualTo("B");
  }

  @Test
  void late_status_a_page_read_before_our_write_of_a_status_holds_nothing() {
    world.edit(sheet, "memo", "m1");
    world.editSeen(fulfillment, "step", "shipped");
    sheet.afterNextRead(() -> world.push(sheet));

    world.poll(sheet);
    world.rest();

    assertThat(world.first().held()).isEmpty();
    assertThat(world.all("step")).containsExactly("shipped", "shipped", "shipped");
  }

  @Test
  void late_status_news_of_an_earlier_step_changes_nothing_but_is_in_the_ledger() {
    world.editSeen(fulfillment, "step", "shipped");
    world.edit(fulfillment, "step", "active");
    world.edit(sheet, "step", "shipped");

    world.poll(fulfillment);
    world.poll(sheet);
    world.rest();

    assertThat(world.all("step")).containsExactly("active", "active", "active");
    assertThat(world.first().held()).isEmpty();
    assertThat(world.hoard.decisions())
        .anySatisfy(
            d -> {
              assertThat(d.verdict()).isEqualTo(Decision.Verdict.LATE);
              assertThat(d.was()).isEqualTo("shipped");
              assertThat(d.is()).isEqualTo("active");
            });
  }

  @Test
  void advance_two_steps_told_in_the_wrong_order_end_with_the_further_one() {
    world.edit(fulfillment, "step", "shipped");
    world.edit(fulfillment, "step", "active");
    world.edit(salesforce, "step", "shipped");

    world.poll(fulfillment);
    world.poll(salesforce);
    world.rest();

    assertThat(world.all("step")).containsExactly("active", "active", "active");
    assertThat(world.first().held()).isEmpty();
  }

  @Test
  void advance_an_illegal_step_is_held_with_both_values_and_who_said_what() {
    world.edit(fulfillment, "step", "cancelled");
    world.rest();
    world.edit(sheet, "step", "active");

    world.rest();

    Hold hold = world.first().held().get("step");
    assertThat(hold.why()).isEqualTo(Hold.Why.ILLEGAL_STEP);
    assertThat(hold.agreed()).isEqualTo("cancelled");
    assertThat(hold.candidates()).containsExactly(Map.entry(sheet.system(), "active"));
    assertThat(world.first().origins().get("step").system()).isEqualTo(fulfillment.system());
    assertThat(world.all("step")).containsExactly("cancelled", "active", "cancelled");
  }

  @Test
  void advance_an_emptied_status_is_held() {
    world.edit(sheet, "step", null);

    world.rest();

    assertThat(world.first().held().get("step").why()).isEqualTo(Hold.Why.ILLEGAL_STEP);
  }

  @Test
  void advance_a_system_that_turns_a_written_step_back_is_held() {
    world.edit(fulfillment, "step", "active");
    salesforce.automates("step", v -> "requested");

    world.rest();

    assertThat(world.first().held().get("step").why()).isEqualTo(Hold.Why.ILLEGAL_STEP);
  }

  /** Shipped is agreed and in the tracker; fulfillment is away, and somebody slips. */
  private void shippedBeforeASlipInSalesforce() {
    world.editSeen(salesforce, "step", "shipped");
    world.push(sheet);
    world.editSeen(salesforce, "step", "requested");
    assertThat(world.first().held().get("step").why()).isEqualTo(Hold.Why.ILLEGAL_STEP);
  }

  @Test
  void advance_an_illegal_step_that_is_taken_back_withholds_nothing_from_a_copy_that_was_away() {
    shippedBeforeASlipInSalesforce();

    world.edit(salesforce, "step", "shipped");
    world.rest();

    assertThat(world.all("step")).containsExactly("shipped", "shipped", "shipped");
    assertThat(world.first().held()).isEmpty();
    assertThat(world.hoard.decisions())
        .filteredOn(d -> d.verdict() == Decision.Verdict.RELEASED)
        .extracting(Decision::because)
        .containsExactly("what stood against it was taken back");
  }

  @Test
  void advance_a_step_that_was_taken_beside_a_slip_counts_once_the_slip_is_taken_back() {
    shippedBeforeASlipInSalesforce();
    world.editSeen(sheet, "step", "active");
    world.rest();
    assertThat(world.first().agreed().get("step")).isEqualTo("shipped");

    world.edit(salesforce, "step", "shipped");
    world.rest();

    assertThat(world.all("step")).containsExactly("active", "active", "active");
    assertThat(world.first().origins().get("step").system()).isEqualTo(sheet.system());
  }

  @Test
  void advance_an_illegal_step_stays_held_when_a_step_beside_it_is_taken_back() {
    shippedBeforeASlipInSalesforce();
    world.editSeen(sheet, "step", "active");
    world.editSeen(sheet, "step", "shipped");
    world.rest();

    assertThat(world.all("step").get(0)).isEqualTo("requested");
    assertThat(world.first().held().get("step").candidates())
        .containsExactly(Map.entry(salesforce.system(), "requested"));
  }

  @Test
  void advance_an_illegal_step_that_is_taken_back_holds_nothing_where_there_is_one_copy() {
    World one = new World(hoards);
    one.salesforce.create(World.partner("K0"));
    one.poll(one.salesforce);
    one.editSeen(one.salesforce, "step", "suspended");
    one.editSeen(one.salesforce, "step", "shipped");
    assertThat(one.first().held()).containsKey("step");

    one.editSeen(one.salesforce, "step", "suspended");

    assertThat(one.first().held()).isEmpty();
  }

  @Test
  void hold_a_slip_in_a_copy_that_lagged_behind_is_over_once_it_is_taken_back() {
    world.editSeen(salesforce, "memo", "m1");
    world.editSeen(sheet, "memo", "oops");
    world.rest();
    assertThat(world.first().held()).containsKey("memo");

    world.edit(sheet, "memo", "m0");
    world.rest();

    assertThat(world.all("memo")).containsExactly("m1", "m1", "m1");
    assertThat(world.first().held()).isEmpty();
  }

  @Test
  void hold_whoever_types_the_agreed_value_ends_the_conflict_for_copies_that_lagged_behind() {
    world.editSeen(salesforce, "memo", "m1");
    world.editSeen(sheet, "memo", "m2");

    world.edit(sheet, "memo", "m1");
    world.rest();

    assertThat(world.all("memo")).containsExactly("m1", "m1", "m1");
    assertThat(world.first().held()).isEmpty();
  }

  @Test
  void hold_of_three_edits_the_two_that_contradict_stay_held_when_one_is_taken_back() {
    world.editSeen(salesforce, "memo", "m1");
    world.editSeen(sheet, "memo", "m2");
    world.editSeen(fulfillment, "memo", "m3");
    world.editSeen(sheet, "memo", "m0");
    world.rest();

    assertThat(world.all("memo")).containsExactly("m1", "m0", "m3");
    assertThat(world.first().held()).containsKey("memo");

    world.edit(fulfillment, "memo", "m0");
    world.rest();

    assertThat(world.all("memo")).containsExactly("m1", "m1", "m1");
  }

  @Test
  void hold_an_edit_of_the_agreed_value_counts_once_what_contradicted_it_is_taken_back() {
    world.editSeen(salesforce, "memo", "m1");
    world.editSeen(sheet, "memo", "m2");
    world.editSeen(salesforce, "memo", "m3");
    world.edit(sheet, "memo", "m0");

    world.rest();

    assertThat(world.all("memo")).containsExactly("m3", "m3", "m3");
  }

  @Test
  void hold_the_old_value_typed_over_what_our_write_replaced_unseen_is_an_edit() {
    world.editSeen(salesforce, "memo", "m1");
    sheet.beforeNextEffect(() -> sheet.edit("smartsheet1", "memo", "m2"));
    world.push(sheet);
    world.rest();
    assertThat(world.first().held().get("memo").candidates())
        .containsExactly(Map.entry(sheet.system(), "m2"));

    world.edit(sheet, "memo", "m0");
    world.rest();

    assertThat(world.all("memo").subList(0, 2)).containsExactly("m1", "m0");
    assertThat(world.first().held().get("memo").candidates())
        .containsExactly(Map.entry(sheet.system(), "m0"));
  }

  @Test
  void hold_an_edit_that_our_write_replaced_unseen_takes_no_other_systems_place_in_the_hold() {
    world.editSeen(salesforce, "memo", "m1");
    sheet.beforeNextEffect(() -> sheet.edit("smartsheet1", "memo", "m2"));
    world.push(sheet);
    world.editSeen(fulfillment, "memo", "m3");

    world.rest();

    assertThat(world.first().held().get("memo").candidates())
        .containsOnly(Map.entry(fulfillment.system(), "m3"), Map.entry(sheet.system(), "m2"));
  }

  private static String shortened(String text) {
    return text.length() > 60
        ? text.substring(0, 20) + "… [cut: %d characters in all]".formatted(text.length())
        : text;
  }

  @Test
  void shortened_a_mistyped_text_that_is_put_back_as_it_was_shown_stands_for_the_whole() {
    String whole = "long ".repeat(30) + "text";
    sheet.renders("memo", NamedHistories::shortened);
    world.edit(salesforce, "memo", whole);
    world.rest();
    String cut = sheet.get("smartsheet1", "memo");
    world.editSeen(sheet, "memo", cut + "x");
    world.editSeen(sheet, "memo", cut + "xy");
    assertThat(world.first().held().get("memo").why()).isEqualTo(Hold.Why.SHORTENED);

    world.edit(sheet, "memo", cut);
    world.rest();

    assertThat(world.first().held()).isEmpty();
    assertThat(world.all("memo")).containsExactly(whole, cut, whole);
    world.edit(salesforce, "memo", "short");
    world.rest();
    assertThat(world.all("memo")).containsExactly("short", "short", "short");
  }

  @Test
  void cycle_late_active_after_suspended_never_turns_the_status_back() {
    for (String step : List.of("shipped", "active")) {
      world.edit(fulfillment, "step", step);
    }
    world.edit(sheet, "step", "active");
    world.pass(30);
    world.editSeen(fulfillment, "step", "suspended");
    world.poll(sheet);

    AgreedRecord record = world.first();
    assertThat(record.agreed().get("step")).isEqualTo("suspended");
  }

  @Test
  void cycle_two_moves_that_are_certainly_apart_are_decided_by_time() {
    world.edit(fulfillment, "step", "shipped");
    world.rest();
    world.edit(fulfillment, "step", "active");
    world.editSeen(fulfillment, "step", "suspended");
    world.pass(20);
    world.poll(sheet);
    world.pass(20);
    world.edit(sheet, "step", "active");

    world.rest();

    assertThat(world.all("step")).containsExactly("active", "active", "active");
    assertThat(world.first().held()).isEmpty();
  }

  @Test
  void union_one_side_removes_while_the_other_adds() {
    world.edit(salesforce, "tags", null);
    world.edit(sheet, "tags", "x;z");

    world.rest();

    assertThat(world.all("tags")).containsExactly("z", "z", "z");
  }

  @Test
  void union_what_an_unanswered_write_put_there_is_nobodys_addition() {
    world.editSeen(salesforce, "tags", "a;x");
    world.push(sheet, Fault.EFFECT_NO_ANSWER);
    world.editSeen(salesforce, "tags", "x");
    world.edit(sheet, "tags", "a;b;x");

    world.rest();

    assertThat(world.all("tags")).containsExactly("b;x", "b;x", "b;x");
  }

  @Test
  void union_an_edit_that_our_write_replaced_unseen_is_not_lost() {
    world.editSeen(salesforce, "tags", "a;x");
    sheet.beforeNextEffect(() -> sheet.edit("smartsheet1", "tags", "b;x"));

    world.push(sheet);
    world.rest();

    assertThat(world.all("tags")).containsExactly("a;b;x", "a;b;x", "a;b;x");
  }

  @Test
  void twins_in_a_third_systems_first_read_take_nothing_from_the_others() {
    World first = new World(hoards);
    first.fulfillment.pagesOf(1);
    Map<String, String> partner = World.partner("K0");
    first.salesforce.create(partner);
    partner.put("track", "the owner's");
    partner.put("tags", "x;y");
    first.sheet.create(partner);
    partner.put("note", "a twin's");
    partner.put("tags", "z");
    first.fulfillment.create(partner);
    first.fulfillment.create(partner);

    first.rest();

    assertThat(first.sheet.get("smartsheet1", "track")).isEqualTo("the owner's");
    assertThat(first.salesforce.get("salesforce1", "track")).isEqualTo("the owner's");
    assertThat(first.salesforce.get("salesforce1", "note")).isEqualTo("o0");
    assertThat(first.salesforce.get("salesforce1", "tags")).isEqualTo("x;y");
    assertThat(first.strays())
        .containsExactly("fulfillment1 DOUBLE_KEY", "fulfillment2 DOUBLE_KEY");
  }

  @Test
  void others_that_agree_are_held_no_longer_once_the_twin_that_they_contradicted_is_unlinked() {
    World first = new World(hoards);
    Map<String, String> partner = World.partner("K0");
    first.salesforce.create(partner);
    first.sheet.create(partner);
    partner.put("memo", "a twin's");
    first.fulfillment.create(partner);
    first.fulfillment.create(partner);

    first.pollPageByPage(first.fulfillment, first.salesforce, first.sheet);

    assertThat(first.strays()).hasSize(2);
    assertThat(first.first().agreed().get("memo")).isEqualTo("m0");
    assertThat(first.first().held()).isEmpty();
  }

  @Test
  void a_third_systems_first_read_adds_its_wish_to_what_is_held() {
    World first = new World(hoards);
    Map<String, String> partner = World.partner("K0");
    for (FakeSystem system : first.systems) {
      partner.put("memo", system.system().value());
      system.create(partner);
    }

    first.rest();

    Hold hold = first.first().held().get("memo");
    assertThat(hold.candidates().values()).hasSize(2).doesNotContain(hold.agreed());
  }

  @Test
  void a_wish_is_not_forgotten_with_the_twin_that_was_read_after_it() {
    World first = new World(hoards);
    first.fulfillment.pagesOf(1);
    Map<String, String> partner = World.partner("K0");
    for (FakeSystem system : first.systems) {
      partner.put("memo", system.system().value());
      system.create(partner);
    }
    first.fulfillment.create(partner);

    first.rest();

    assertThat(first.sheet.get("smartsheet1", "memo")).isEqualTo("smartsheet");
    assertThat(first.salesforce.get("salesforce1", "memo")).isEqualTo("salesforce");
  }
}
