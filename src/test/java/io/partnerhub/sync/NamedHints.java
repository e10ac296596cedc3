package io.partnerhub.sync;

import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import io.partnerhub.sync.read.Hinted;
import io.partnerhub.sync.read.Pull;
import io.partnerhub.sync.system.Hint;
import io.partnerhub.sync.system.Inbox;
import io.partnerhub.sync.system.SystemUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a hub does that is told of changes. */
abstract class NamedHints {

  private static final Hint ROW = Hint.of(SMARTSHEET.value(), "smartsheet1");
  private static final Hint OWN = new Hint(SMARTSHEET.value(), "smartsheet1", true);
  private static final Hint SHEET = Hint.somewhereIn(SMARTSHEET.value());

  private final World world;
  private final FakeSystem salesforce;
  private final FakeSystem sheet;
  private final MemoryInbox inbox;
  private Runnable breath = () -> {};

  NamedHints(Function<Clock, Hoard> hoards) {
    world = new World(hoards).inStepWith(2);
    inbox = new MemoryInbox(world.clock);
    salesforce = world.salesforce;
    sheet = world.sheet;
  }

  @Test
  void a_change_arrives_by_its_hint_alone() {
    world.edit(sheet, "addr", "a1");
    told(sheet, ROW);
    world.push(salesforce);

    assertThat(world.all("addr")).startsWith("a1", "a1");
    assertThat(inbox.isEmpty()).isTrue();
  }

  @Test
  void an_edit_that_shares_its_row_with_a_write_of_the_hub_arrives_by_the_hubs_own_hint() {
    world.edit(sheet, "addr", "a1");
    Pull pull = world.puller(sheet);
    pull.hinted(List.of(OWN), rows -> {});
    pull.again();
    world.push(salesforce);

    assertThat(world.all("addr")).startsWith("a1", "a1");
  }

  @Test
  void what_only_the_hub_did_is_read_by_its_ids_alone() {
    List<String> calls = new ArrayList<>();
    sheet.pauses(calls::add);
    world.puller(sheet).hinted(List.of(OWN), rows -> {});

    assertThat(calls).isNotEmpty().containsOnly("read");
  }

  @Test
  void news_of_a_place_bring_its_new_rows_and_its_deletions() {
    world.pass(5);
    sheet.create(World.partner("K7"));
    sheet.delete("smartsheet2");
    told(sheet, SHEET);
    world.push(salesforce);

    assertThat(salesforce.liveWith("key", "K7")).hasSize(1);
    world.rest();
    assertThat(salesforce.get("salesforce2", "status")).isEqualTo("removed");
  }

  @Test
  void a_new_copy_arrives_by_the_hint_of_its_id() {
    world.pass(5);
    salesforce.create(World.partner("K7"));
    told(salesforce, Hint.of(SALESFORCE.value(), "salesforce3"));
    world.push(sheet);

    assertThat(sheet.liveWith("key", "K7")).hasSize(1);
  }

  @Test
  void a_hint_that_nothing_stands_behind_changes_nothing() {
    int before = world.written();
    told(sheet, ROW, SHEET, Hint.of(SMARTSHEET.value(), "no such row"), Hint.of("elsewhere", "1"));
    world.rest();

    assertThat(world.written()).isEqualTo(before);
    assertThat(inbox.isEmpty()).isTrue();
  }

  @Test
  void a_hint_of_a_copy_whose_write_is_under_way_rolls_nothing_back() {
    world.editSeen(salesforce, "addr", "a1");
    sheet.afterNextEffect(() -> told(sheet, ROW));
    world.push(sheet);
    world.rest();

    assertThat(world.all("addr")).containsExactly("a1", "a1", "a1");
    assertThat(sheet.shown("smartsheet1", "addr")).containsExactly("a0", "a1");
  }

  @Test
  void some_hints_that_come_during_a_read_are_read_with_it_and_a_few_are_not() {
    sheet.afterNextRead(() -> inbox.put(rows(100)));
    told(sheet, ROW);
    assertThat(inbox.isEmpty()).isTrue();

    sheet.afterNextRead(() -> inbox.put(rows(99)));
    told(sheet, ROW);
    assertThat(inbox.isEmpty()).as("the next wake is for those").isFalse();
  }

  @Test
  void what_is_being_read_is_not_read_once_more_beside_it() throws Exception {
    Hinted hinted = hinted(sheet);
    List<Integer> again = new CopyOnWriteArrayList<>();
    Thread leftovers =
        new Thread(
            () -> hinted.workOff(hinted.waiting(Inbox.Whose.ANYBODYS), again::add), "leftovers");
    sheet.afterNextRead(
        () -> {
          leftovers.start();
          await().until(() -> leftovers.getState() == Thread.State.WAITING);
        });
    told(hinted, ROW);
    leftovers.join();

    assertThat(again).isEmpty();
    assertThat(inbox.isEmpty()).isTrue();
  }

  @Test
  void the_rest_of_a_burst_is_waited_for_until_only_a_few_come_and_those_go_with_it() {
    List<Integer> toCome = new ArrayList<>(List.of(25, 25, 24));
    breath = () -> breathe(toCome.remove(0));
    told(sheet, rows(100));

    assertThat(toCome).isEmpty();
    assertThat(inbox.isEmpty()).isTrue();
  }

  @Test
  void a_burst_without_end_keeps_the_writers_for_a_while_only() {
    List<Integer> breaths = new ArrayList<>();
    breath =
        () -> {
          breaths.add(breaths.size());
          breathe(100);
        };
    told(sheet, rows(100));

    assertThat(breaths).hasSize(20);
  }

  @Test
  void a_burst_is_known_though_each_look_finds_little_of_it() {
    List<Integer> breaths = new ArrayList<>();
    breath = () -> breaths.add(1);
    Hinted hinted = hinted(sheet);
    for (int i = 0; i < 4; i++) {
      told(hinted, rows(20));
    }
    assertThat(breaths).isEmpty();

    told(hinted, rows(20));
    assertThat(breaths).hasSize(1);
  }

  @Test
  void hints_of_a_stream_that_follow_a_read_closely_are_read_together() {
    List<Duration> rests = new ArrayList<>();
    Hinted hinted = resting(rests);
    inbox.put(rows(5));
    assertThat(hinted.others().ids()).as("at once").hasSize(5);
    hinted.workOff(hinted.others(), rows -> {});
    world.clock.advance(Duration.ofMillis(60));
    assertThat(hinted.others().ids()).isEmpty();
    assertThat(rests).as("nothing waits").isEmpty();

    inbox.put(ROW);
    Inbox.Waiting waiting = hinted.others();
    assertThat(waiting.hints()).containsExactly(ROW, SHEET);
    hinted.workOff(waiting, rows -> {});
    world.clock.advance(Duration.ofMillis(150));
    inbox.put(ROW);
    hinted.others();

    assertThat(rests)
        .as("until the next tenth of a second")
        .containsExactly(Duration.ofNanos(16_543_211));
  }

  @Test
  void a_stream_is_read_in_all_systems_at_the_same_moments() {
    Set<Instant> reads = new HashSet<>();
    for (FakeSystem system : List.of(sheet, salesforce)) {
      Hinted hinted = resting(system, rest -> reads.add(world.clock.instant().plus(rest)));
      inbox.put(rows(5));
      workOff(hinted);
      world.clock.advance(Duration.ofMillis(13));
      inbox.put(ROW);
      hinted.others();
    }

    assertThat(reads).hasSize(1).allMatch(at -> at.getNano() % 100_000_000 == 0);
  }

  @Test
  void a_stream_is_not_read_so_soon_again_that_a_burst_could_look_like_one() {
    List<Duration> rests = new ArrayList<>();
    Hinted hinted = resting(rests);
    world.clock.advance(Duration.ofMillis(50));
    inbox.put(rows(5));
    hinted.workOff(hinted.others(), rows -> {});
    inbox.put(ROW);
    hinted.others();

    assertThat(rests).containsExactly(Duration.ofNanos(126_543_211));
  }

  @Test
  void a_few_hints_that_follow_one_another_closely_wait_for_nothing() {
    List<Duration> rests = new ArrayList<>();
    Hinted hinted = resting(rests);
    for (int i = 0; i < 4; i++) {
      inbox.put(ROW);
      hinted.workOff(hinted.others(), rows -> {});
      world.clock.advance(Duration.ofMillis(10));
    }
    inbox.put(ROW);
    assertThat(hinted.others().ids()).hasSize(1);

    assertThat(rests).isEmpty();
  }

  private Hinted resting(List<Duration> rests) {
    return resting(
        sheet,
        rest -> {
          rests.add(rest);
          inbox.put(SHEET);
        });
  }

  private Hinted resting(FakeSystem system, Consumer<Duration> rest) {
    return new Hinted(inbox, system, List.of(world.puller(system)), world.clock, rest);
  }

  @Test
  void a_stream_is_no_burst_however_much_of_it_a_slow_reader_finds() {
    breath = () -> fail("it is one");
    Hinted hinted = hinted(sheet);
    for (int i = 0; i < 20; i++) {
      breathe(90);
      breathe(0);
    }
    for (int i = 0; i < 20; i++) {
      workOff(hinted);
      breathe(90);
      breathe(0);
    }
  }

  private void breathe(int meanwhile) {
    inbox.put(rows(meanwhile));
    world.clock.advance(Duration.ofMillis(126));
  }

  private static Hint[] rows(int many) {
    return Collections.nCopies(many, ROW).toArray(Hint[]::new);
  }

  @Test
  void hints_of_a_system_that_does_not_answer_wait() {
    world.edit(sheet, "addr", "a1");
    inbox.put(ROW);
    sheet.afterNextRead(
        () -> {
          throw new SystemUnavailable(
              new Outcome.Reason(ReasonClass.SERVER, "503", "down for maintenance"), null, null);
        });
    assertThatThrownBy(() -> workOff(sheet)).isInstanceOf(SystemUnavailable.class);
    assertThat(inbox.isEmpty()).isFalse();

    workOff(sheet);
    world.push(salesforce);

    assertThat(world.all("addr")).startsWith("a1", "a1");
    assertThat(inbox.isEmpty()).isTrue();
  }

  private void told(FakeSystem system, Hint... hints) {
    told(hinted(system), hints);
  }

  private void told(Hinted hinted, Hint... hints) {
    inbox.put(hints);
    workOff(hinted);
  }

  private void workOff(FakeSystem system) {
    workOff(hinted(system));
  }

  private static void workOff(Hinted hinted) {
    hinted.workOff(hinted.waiting(Inbox.Whose.OTHERS), rows -> {});
  }

  private Hinted hinted(FakeSystem system) {
    return resting(system, rest -> breath.run());
  }
}
