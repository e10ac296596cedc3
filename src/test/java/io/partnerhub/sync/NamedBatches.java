package io.partnerhub.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.SystemName;
import io.partnerhub.sync.FakeSystem.Fault;
import io.partnerhub.sync.read.Ahead;
import io.partnerhub.sync.write.Push;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a batch that takes several calls; six partners, two writes a call. */
abstract class NamedBatches {

  private static final int PARTNERS = 6;
  private static final int A_CALL = 2;

  private final Function<Clock, Hoard> hoards;
  private final List<String> calls = new ArrayList<>();
  private World world;
  private FakeSystem salesforce;
  private FakeSystem sheet;

  NamedBatches(Function<Clock, Hoard> hoards) {
    this.hoards = hoards;
  }

  @BeforeEach
  void start() {
    world = new World(hoards).inStepWith(PARTNERS);
    salesforce = world.salesforce;
    sheet = world.sheet;
    world.systems.forEach(system -> system.takesACall(A_CALL));
    sheet.pauses(this::note);
  }

  private void note(String pause) {
    if (pause.equals("write")) {
      calls.add(pause);
    }
  }

  private void everyAddressIsEditedInSalesforce() {
    world.pass(4);
    for (int i = 1; i <= PARTNERS; i++) {
      salesforce.edit("salesforce" + i, "addr", "B");
    }
    world.poll(salesforce);
  }

  @Test
  void writes_that_are_alike_go_in_calls_as_large_as_may_be() {
    everyAddressIsEditedInSalesforce();

    world.push(sheet);

    assertThat(addresses()).containsOnly("B");
    assertThat(calls).hasSize(3);
    assertThat(attempts()).isEmpty();
    assertThat(world.suspects()).isZero();
  }

  @Test
  void writes_that_are_not_alike_are_put_into_calls_by_the_connector() {
    salesforce.create(World.partner("K9"));
    everyAddressIsEditedInSalesforce();

    world.push(sheet);

    assertThat(addresses()).containsOnly("B");
    assertThat(calls).hasSize(1);
  }

  @Test
  void what_was_written_stands_when_a_later_call_has_no_answer_and_no_more_is_tried() {
    everyAddressIsEditedInSalesforce();
    sheet.afterNextEffect(() -> sheet.nextWrite(Fault.NO_EFFECT_NO_ANSWER));

    world.push(sheet);

    assertThat(calls).hasSize(2);
    assertThat(addresses()).containsExactly("B", "B", "a0", "a0", "a0", "a0");
    assertThat(attempts()).hasSize(A_CALL);
    assertThat(troubles()).containsExactly("cut", "cut", "NOT_TRIED", "NOT_TRIED");
    world.rest();
    assertThat(addresses()).containsOnly("B");
    assertThat(sheet.shown("smartsheet1", "addr")).containsExactly("a0", "B");
  }

  @Test
  void a_hub_that_is_stopped_amid_a_call_makes_no_further_one() {
    everyAddressIsEditedInSalesforce();
    Push push = world.pusher(sheet);
    Push.Armed armed = push.storeIntent(push.readFirst(push.claim().orElseThrow()));

    push.settle(push.send(armed, () -> true, () -> false));

    assertThat(calls).hasSize(1);
    assertThat(addresses()).containsExactly("B", "B", "a0", "a0", "a0", "a0");
    assertThat(attempts()).isEmpty();
    assertThat(troubles()).hasSize(4).containsOnly("NOT_TRIED");
    world.rest();
    assertThat(addresses()).containsOnly("B");
  }

  @Test
  void an_edit_between_two_calls_is_looked_for_in_what_the_later_ones_wrote() {
    everyAddressIsEditedInSalesforce();
    sheet.afterNextEffect(() -> sheet.edit("smartsheet6", "addr", "C"));

    world.push(sheet);

    assertThat(world.suspects()).isEqualTo(PARTNERS - A_CALL);
    world.rest();
    assertThat(world.dossiers().values())
        .filteredOn(d -> d.record().held().containsKey("addr"))
        .singleElement()
        .satisfies(d -> assertThat(d.record().agreed().get("key")).isEqualTo("K5"))
        .satisfies(
            d ->
                assertThat(d.record().held().get("addr").candidates())
                    .containsEntry(SystemName.SMARTSHEET, "C"));
  }

  @Test
  void an_edit_beside_the_own_calls_makes_the_sheet_be_read() {
    everyAddressIsEditedInSalesforce();
    sheet.afterNextEffect(() -> sheet.edit("smartsheet6", "track", "T"));

    world.push(sheet);
    world.poll(sheet);

    assertThat(world.dossiers().values())
        .extracting(d -> d.record().agreed().get("track"))
        .contains("T");
  }

  @Test
  void a_worker_that_is_held_up_between_two_calls_makes_no_more() {
    everyAddressIsEditedInSalesforce();
    sheet.afterNextEffect(() -> world.pass(200));

    world.push(sheet);

    assertThat(calls).hasSize(1);
    assertThat(addresses()).containsExactly("B", "B", "a0", "a0", "a0", "a0");
    world.rest();
    assertThat(addresses()).containsOnly("B");
  }

  @Test
  void a_copy_for_which_an_early_call_refused_an_add_is_found() {
    for (String key : List.of("K10", "K11", "K12", "K13")) {
      sheet.create(World.partner(key));
    }
    world.poll(sheet);
    salesforce.create(World.partner("K10"));

    world.push(salesforce);

    assertThat(world.dossiers().values())
        .filteredOn(d -> "K10".equals(d.record().agreed().get("key")))
        .singleElement()
        .satisfies(d -> assertThat(d.replica(SystemName.SALESFORCE).isLinked()).isTrue());
    assertThat(salesforce.liveWith("key", "K10")).hasSize(1);
    assertThat(salesforce.liveWith("key", "K13")).hasSize(1);
  }

  @Test
  void what_one_call_came_to_is_stored_while_the_next_is_under_way() {
    everyAddressIsEditedInSalesforce();
    List<Integer> open = new ArrayList<>();
    sheet.pauses(
        pause -> {
          note(pause);
          if (pause.equals("write") && calls.size() > 1) {
            int most = PARTNERS - A_CALL * (calls.size() - 1);
            Awaitility.await().until(() -> attempts().size() <= most);
            open.add(attempts().size());
          }
        });

    world.startHub(Ahead.IN_BACKGROUND);
    world.push(sheet);

    assertThat(open).containsExactly(4, 2);
    assertThat(addresses()).containsOnly("B");
  }

  private List<String> addresses() {
    return Stream.iterate(1, i -> i <= PARTNERS, i -> i + 1)
        .map(i -> sheet.get("smartsheet" + i, "addr"))
        .toList();
  }

  private List<Attempt> attempts() {
    return world.dossiers().values().stream().flatMap(d -> d.attempts().stream()).toList();
  }

  private List<String> troubles() {
    return world.dossiers().values().stream()
        .map(d -> d.replica(SystemName.SMARTSHEET).trouble())
        .filter(trouble -> !trouble.equals(Trouble.NONE))
        .map(trouble -> trouble.reason().code())
        .toList();
  }
}
