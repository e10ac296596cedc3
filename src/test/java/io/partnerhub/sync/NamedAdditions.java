package io.partnerhub.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.SystemName;
import io.partnerhub.sync.FakeSystem.Fault;
import io.partnerhub.sync.read.Ahead;
import io.partnerhub.sync.system.SystemUnavailable;
import io.partnerhub.sync.write.Push;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of seven new partners: two a call, four a batch. */
abstract class NamedAdditions {

  private static final int PARTNERS = 7;
  private static final int A_CALL = 2;
  private static final int A_BATCH = 4;

  private final Function<Clock, Hoard> hoards;
  private final List<Integer> openAtCalls = new ArrayList<>();
  private World world;
  private FakeSystem salesforce;
  private FakeSystem sheet;

  NamedAdditions(Function<Clock, Hoard> hoards) {
    this.hoards = hoards;
  }

  @BeforeEach
  void start() {
    world = new World(hoards).inStepWith(1);
    salesforce = world.salesforce;
    sheet = world.sheet;
    sheet.takesACall(A_CALL);
    sheet.takesABatch(A_BATCH);
    world.pass(5);
    keys().forEach(key -> salesforce.create(World.partner(key)));
    world.poll(salesforce);
    sheet.pauses(this::note);
  }

  private static List<String> keys() {
    return IntStream.range(0, PARTNERS).mapToObj(i -> "N" + i).toList();
  }

  private void note(String pause) {
    if (pause.equals("write")) {
      openAtCalls.add(attempts().size());
    }
  }

  private static Push.Armed armed(Push push) {
    return push.storeIntent(push.readFirst(push.claim().orElseThrow()));
  }

  /** From the claim to the settlement of what the last call came to. */
  private void add(Push push, boolean stops, boolean goesOn) {
    push.settle(push.send(armed(push), () -> stops, () -> goesOn));
  }

  private void add(boolean stops, boolean goesOn) {
    add(world.pusher(sheet), stops, goesOn);
  }

  @Test
  void all_that_is_to_be_added_to_a_place_goes_along_in_full_calls() {
    add(false, true);

    assertThat(openAtCalls).hasSize(4);
    assertThat(added()).containsExactlyElementsOf(keys());
    assertThat(attempts()).isEmpty();
  }

  @Test
  void calls_are_full_though_some_turn_out_to_be_there_already() {
    sheet.takesABatch(PARTNERS);
    sheet.create(World.partner("N0"));

    add(false, true);

    assertThat(openAtCalls).hasSize(3);
    assertThat(added()).containsExactlyElementsOf(keys());
  }

  @Test
  void the_intent_of_a_call_is_stored_no_earlier_than_beside_the_call_before_it() {
    add(false, true);

    assertThat(openAtCalls).startsWith(A_CALL).allMatch(open -> open <= 2 * A_CALL);
  }

  @Test
  void the_next_call_is_made_ready_while_one_is_under_way() {
    List<Integer> ready = new ArrayList<>();
    sheet.pauses(
        pause -> {
          if (pause.equals("write")) {
            int behind = PARTNERS - A_CALL * ready.size();
            int most = Math.min(2 * A_CALL, behind);
            Awaitility.await().until(() -> attempts().size() == most);
            ready.add(most);
          }
        });
    world.startHub(Ahead.IN_BACKGROUND);

    add(false, true);

    assertThat(ready).containsExactly(4, 4, 3, 1);
    assertThat(added()).containsExactlyElementsOf(keys());
  }

  @Test
  void a_batch_ends_where_something_else_is_more_urgent() {
    add(false, false);

    assertThat(openAtCalls).hasSize(2);
    assertThat(added()).hasSize(A_BATCH);
    assertThat(attempts()).isEmpty();
    world.rest();
    assertThat(added()).containsExactlyElementsOf(keys());
  }

  @Test
  void a_hub_that_is_stopped_amid_a_call_makes_no_further_one_and_gives_the_rest_back() {
    sheet.takesABatch(PARTNERS);

    add(true, true);

    assertThat(openAtCalls).hasSize(1);
    assertThat(attempts()).isEmpty();
    assertThat(troubles()).containsExactly("NOT_TRIED", "NOT_TRIED");
    world.pass(10);
    assertThat(world.pusher(sheet).claim().orElseThrow().records()).hasSize(PARTNERS - A_CALL);
    world.rest();
    assertThat(added()).containsExactlyElementsOf(keys());
  }

  @Test
  void after_a_call_without_an_answer_no_more_is_tried_and_nothing_is_added_twice() {
    sheet.nextWrite(Fault.EFFECT_NO_ANSWER);
    sheet.takesABatch(PARTNERS);

    add(false, true);

    assertThat(openAtCalls).hasSize(1);
    assertThat(attempts()).as("may have landed").hasSize(A_CALL);
    assertThat(troubles()).containsExactlyInAnyOrder("cut", "cut", "NOT_TRIED", "NOT_TRIED");
    assertThat(world.pusher(sheet).claim()).as("all of it is put off").isEmpty();
    world.rest();
    assertThat(added()).containsExactlyElementsOf(keys());
  }

  @Test
  void a_row_that_somebody_types_amid_the_calls_is_not_added_beside_it() {
    sheet.afterNextEffect(() -> sheet.create(World.partner("N6")));

    add(false, true);
    world.rest();

    assertThat(added()).containsExactlyElementsOf(keys());
  }

  @Test
  void what_the_hub_itself_adds_is_not_read_amid_the_calls() {
    List<String> calls = new ArrayList<>();
    Push push = world.pusher(sheet);
    Push.Armed armed = armed(push);
    sheet.pauses(calls::add);

    push.settle(push.send(armed, () -> false, () -> true));

    assertThat(calls).contains("news").doesNotContain("changes");
  }

  @Test
  void a_place_that_cannot_be_read_amid_the_calls_ends_them_and_keeps_nothing() {
    Push push = world.pusher(sheet);
    Push.Armed armed = armed(push);
    sheet.pauses(
        pause -> {
          note(pause);
          if (pause.equals("news")) {
            throw new SystemUnavailable(
                new Outcome.Reason(ReasonClass.SERVER, "503", "down for maintenance"), null, null);
          }
        });

    push.settle(push.send(armed, () -> false, () -> true));

    assertThat(openAtCalls).hasSize(2);
    assertThat(added()).hasSize(A_BATCH);
    assertThat(push.claim().orElseThrow().records()).hasSize(PARTNERS - A_BATCH);
  }

  @Test
  void keys_that_are_there_already_are_looked_for_before_another_batch() {
    keys().forEach(key -> sheet.create(World.partner("X" + key)));
    world.poll(sheet);
    salesforce.takesACall(A_CALL);
    salesforce.takesABatch(A_BATCH);
    salesforce.create(World.partner("XN0"));
    List<String> calls = new ArrayList<>();
    salesforce.pauses(calls::add);

    add(world.pusher(salesforce), false, true);

    assertThat(Collections.frequency(calls, "write")).isEqualTo(A_BATCH / A_CALL);
    assertThat(calls).contains("find");
    assertThat(world.pusher(salesforce).claim().orElseThrow().records())
        .as("what was claimed beside is given back")
        .hasSize(PARTNERS - A_BATCH);
  }

  @Test
  void a_worker_that_is_held_up_between_two_calls_makes_no_more() {
    world.startHub(Ahead.IN_BACKGROUND);
    sheet.afterNextEffect(
        () -> {
          Awaitility.await().until(() -> attempts().size() == 2 * A_CALL);
          world.pass(200);
        });

    add(false, true);

    assertThat(openAtCalls).hasSize(1);
    world.rest();
    assertThat(added()).containsExactlyElementsOf(keys());
  }

  private List<String> added() {
    return sheet.liveIds().stream()
        .map(id -> sheet.get(id, "key"))
        .filter(key -> key.startsWith("N"))
        .sorted()
        .toList();
  }

  private List<Attempt> attempts() {
    return world.dossiers().values().stream()
        .flatMap(d -> d.attemptsOn(sheet.system()).stream())
        .toList();
  }

  private List<String> troubles() {
    return world.dossiers().values().stream()
        .map(d -> d.replica(SystemName.SMARTSHEET).trouble())
        .filter(trouble -> trouble.reason() != null)
        .map(trouble -> trouble.reason().code())
        .toList();
  }
}
