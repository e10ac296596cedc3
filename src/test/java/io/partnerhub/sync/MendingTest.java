package io.partnerhub.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.deadletter.DeadLetter;
import io.partnerhub.deadletter.Depth;
import io.partnerhub.deadletter.Filter;
import io.partnerhub.model.SystemName;
import io.partnerhub.store.PostgresQueue;
import io.partnerhub.store.TestStore;
import io.partnerhub.sync.letter.FieldEdits;
import io.partnerhub.sync.letter.Forecast;
import io.partnerhub.sync.letter.LastTry;
import io.partnerhub.sync.letter.Mending;
import io.partnerhub.sync.store.Letter;
import io.partnerhub.sync.system.Connector;
import io.partnerhub.sync.system.SystemUnavailable;
import io.partnerhub.sync.write.Push;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What admins do about dead letters, on the real store. */
class MendingTest {

  private static final Chooser ADA = new Chooser("ada", "checked by phone");

  private World world;
  private Mending mending;
  private boolean away;
  private final PostgresQueue queue = TestStore.queue();

  /** Salesforce takes short addresses, and was to get a long one. */
  @BeforeEach
  void one_letter() {
    world = new World(Hoard::onPostgres).inStepWith(1);
    mending = new Mending(world.store, List.of(world.mapping), this::reach);
    world.salesforce.takesAtMost(5, "addr");
    world.editSeen(world.sheet, "addr", "much too long");
    world.push(world.salesforce);
  }

  @Test
  void a_refused_write_is_in_the_queue_with_what_was_sent() {
    DeadLetter letter = only(Filter.ALL);

    assertThat(letter.state()).isEqualTo(Letter.State.OPEN);
    assertThat(letter.reason().code()).isEqualTo("TOO_LONG");
    assertThat(letter.sent()).isEqualTo(Map.of("addr", "much too long"));
    assertThat(letter.key()).isEqualTo("K0");
    assertThat(queue.depth().letters()).isEqualTo(1);
    assertThat(queue.count(Filter.parse("class=value"), letter.id() - 1, Instant.EPOCH)).isOne();
    assertThat(queue.count(Filter.parse("class=value"), letter.id(), Instant.EPOCH)).isZero();
    assertThat(queue.count(Filter.parse("class=permission"), 0, Instant.EPOCH)).isZero();
    assertThat(queue.depth().oldest()).isEqualTo(letter.since());
    assertThat(queue.depth().byClass()).containsExactly(new Depth.Count("value", 1));
    assertThat(queue.depth().bySystem()).containsExactly(new Depth.Count("salesforce", 1));
    assertThat(queue.depth().byType()).containsExactly(new Depth.Count("partner", 1));
  }

  @Test
  void a_letter_its_copy_and_its_line_of_the_ledger_are_of_one_transaction() {
    assertThat(transactions("dead_letter"))
        .hasSize(1)
        .isEqualTo(transactions("replica where system = 'salesforce'"))
        .isEqualTo(transactions("ledger where event = 'GIVEN_UP'"));
  }

  /** Of PostgreSQL's own, in which rows were written last. */
  private static List<String> transactions(String rows) {
    return TestStore.jdbi()
        .withHandle(
            h ->
                h.createQuery("select distinct xmin::text from " + rows)
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void a_letter_that_nobody_touches_is_tried_no_more() {
    int before = world.salesforce.effects().size();

    world.rest();

    assertThat(world.salesforce.effects()).hasSize(before);
    assertThat(only(Filter.ALL).attempts()).isEqualTo(1);
  }

  @Test
  void replayed_once_the_cause_is_gone_it_is_written_and_leaves_the_queue() {
    world.salesforce.takesAtMost(255, "addr");

    assertThat(replay()).isEmpty();
    assertThat(only(Filter.ALL).state()).isEqualTo(Letter.State.REPLAYING);
    world.push(world.salesforce);

    assertThat(inSalesforce("addr")).isEqualTo("much too long");
    assertThat(only(any()).state()).isEqualTo(Letter.State.REPLAYED);
    assertThat(queue.depth().letters()).isZero();
  }

  @Test
  void replayed_in_vain_it_is_the_same_letter_again() {
    long id = only(Filter.ALL).id();

    replay();
    world.push(world.salesforce);

    DeadLetter again = only(any());
    assertThat(again.id()).isEqualTo(id);
    assertThat(again.state()).isEqualTo(Letter.State.OPEN);
    assertThat(queue.story(again, 10).stream().map(l -> l.entry().event().name()))
        .containsExactly("GIVEN_UP", "REJECTED", "REPLAYED", "GIVEN_UP", "REJECTED");
  }

  @Test
  void a_replay_brings_the_newest_values_not_those_of_the_letter() {
    world.edit(world.sheet, "addr", "short");
    replay();
    world.poll(world.sheet);
    world.push(world.salesforce);

    assertThat(inSalesforce("addr")).isEqualTo("short");
  }

  @Test
  void a_replay_overwrites_no_edit_made_meanwhile_in_the_system_that_refused() {
    world.salesforce.takesAtMost(255, "addr");
    world.poll(world.salesforce);
    world.edit(world.salesforce, "addr", "newer");

    replay();
    world.push(world.salesforce);
    world.rest();

    assertThat(world.all("addr")).containsOnly("newer");
    assertThat(queue.depth().letters()).isZero();
  }

  @Test
  void an_edit_that_fits_supersedes_the_letter_by_itself() {
    world.editSeen(world.sheet, "addr", "short");
    world.push(world.salesforce);

    assertThat(only(any()).state()).isEqualTo(Letter.State.SUPERSEDED);
    assertThatThrownBy(() -> mending.discard(world.mapping.type(), only(any()).id(), ADA))
        .isInstanceOf(ChoiceRefused.class)
        .hasMessageContaining("superseded");
  }

  @Test
  void a_discarded_one_rests_until_the_record_changes() {
    discard();
    world.salesforce.takesAtMost(255, "addr");
    world.rest();
    assertThat(inSalesforce("addr")).isEqualTo("a0");
    assertThat(only(any()).state()).isEqualTo(Letter.State.DISCARDED);

    world.editSeen(world.sheet, "note", "o1");
    world.push(world.salesforce);

    assertThat(inSalesforce("addr")).isEqualTo("much too long");
    assertThat(only(any()).state()).isEqualTo(Letter.State.DISCARDED);
  }

  @Test
  void a_restored_one_is_in_the_queue_again_and_can_be_replayed() {
    discard();
    mending.restore(world.mapping.type(), only(any()).id(), ADA);
    assertThat(only(Filter.ALL).state()).isEqualTo(Letter.State.OPEN);

    world.salesforce.takesAtMost(255, "addr");
    assertThat(replay()).isEmpty();
    world.push(world.salesforce);

    assertThat(inSalesforce("addr")).isEqualTo("much too long");
  }

  @Test
  void a_discarded_one_whose_record_changed_since_cannot_be_restored() {
    discard();
    world.editSeen(world.sheet, "addr", "short");

    assertThatThrownBy(() -> mending.restore(world.mapping.type(), only(any()).id(), ADA))
        .isInstanceOf(ChoiceRefused.class)
        .hasMessageContaining("is over");
  }

  @Test
  void an_admins_edit_is_agreed_everywhere_and_replayed() {
    List<Decision> decisions = edit(Map.of("addr", "short", "note", "o9"));
    world.rest();

    assertThat(decisions).extracting(Decision::field).containsExactlyInAnyOrder("addr", "note");
    assertThat(world.all("addr")).containsOnly("short");
    assertThat(world.all("note")).containsOnly("o9");
    assertThat(world.first().origins().get("addr").rule())
        .isEqualTo("chosen by ada: checked by phone");
    assertThat(only(any()).state()).isEqualTo(Letter.State.REPLAYED);
  }

  @Test
  void an_edit_back_to_what_the_system_holds_supersedes_the_letter() {
    edit(Map.of("addr", "a0"));

    assertThat(only(any()).state()).isEqualTo(Letter.State.SUPERSEDED);
    world.rest();
    assertThat(world.all("addr")).containsOnly("a0");
  }

  @Test
  void an_edit_is_refused_with_the_reason_and_nothing_of_it_is_kept() {
    Map<String, String> wrong = new LinkedHashMap<>();
    wrong.put("addr", "short");
    wrong.put("name", "n1");
    refused(wrong, "name is decided in salesforce alone");
    refused(Map.of("adr", "x"), "There is no field adr", "Did you mean \"addr\"");
    refused(Map.of("addr", "much too long"), "changes nothing");
    refused(Map.of("key", ""), "key must not be empty");

    assertThat(world.first().agreed().get("addr")).isEqualTo("much too long");
  }

  @Test
  void an_edit_that_tests_for_another_value_is_refused() {
    Map<String, String> values = Map.of("addr", "short");

    assertThatThrownBy(() -> edit(new FieldEdits(values, Map.of("note", "o7"))))
        .isInstanceOf(ChoiceRefused.class)
        .hasMessage("note is \"o0\", and not \"o7\" as the patch tests");
    assertThat(edit(new FieldEdits(values, Map.of("note", "o0")))).hasSize(1);
  }

  @Test
  void what_the_system_still_does_not_take_by_its_own_description_fails() {
    assertThat(forecast().verdict()).isEqualTo(Forecast.Verdict.STILL_FAILS);
    assertThat(forecast().sentence()).contains("holds 5 characters, and 13 would be sent");

    world.editSeen(world.sheet, "note", "o1");

    assertThat(forecast().verdict()).isEqualTo(Forecast.Verdict.STILL_FAILS);
  }

  @Test
  void what_the_system_takes_by_now_would_succeed_and_does() {
    world.salesforce.takesAtMost(255, "addr");

    assertThat(forecast().verdict()).isEqualTo(Forecast.Verdict.WOULD_SUCCEED);
    replay();
    world.push(world.salesforce);
    assertThat(inSalesforce("addr")).isEqualTo("much too long");
  }

  @Test
  void a_value_that_was_mended_meanwhile_would_succeed() {
    world.editSeen(world.sheet, "addr", "short");

    assertThat(forecast().verdict()).isEqualTo(Forecast.Verdict.WOULD_SUCCEED);
  }

  @Test
  void what_a_rule_of_the_system_refused_only_a_try_tells() {
    world.salesforce.takesAtMost(255, "addr");
    world.salesforce.refuses("addr", v -> v.startsWith("much"));
    replay();
    world.push(world.salesforce);
    assertThat(only(Filter.ALL).reason().code()).isEqualTo("REFUSED");

    assertThat(forecast().verdict()).isEqualTo(Forecast.Verdict.CANNOT_TELL);
    assertThat(forecast().sentence()).contains("the same values", "no such value");
    world.editSeen(world.sheet, "note", "o1");
    assertThat(forecast().sentence()).contains("other values", "note").doesNotContain("addr");
  }

  @Test
  void a_system_that_is_away_is_not_judged_for() {
    away = true;

    assertThat(forecast().verdict()).isEqualTo(Forecast.Verdict.CANNOT_TELL);
    assertThat(forecast().sentence()).contains("salesforce cannot be asked now", "it is paused");
    world.editSeen(world.sheet, "addr", "a0");
    assertThat(forecast().verdict()).isEqualTo(Forecast.Verdict.SUPERSEDED);
  }

  @Test
  void what_left_the_queue_is_forecast_as_superseded() {
    world.editSeen(world.sheet, "addr", "a0");

    assertThat(only(any()).state()).isEqualTo(Letter.State.SUPERSEDED);
    assertThat(forecast().verdict()).isEqualTo(Forecast.Verdict.SUPERSEDED);
  }

  @Test
  void a_forecast_holds_up_no_merge() {
    long before = world.store.tick();

    forecast();

    // each transaction that has the type for itself begins with a tick
    assertThat(world.store.tick()).isEqualTo(before + 1);
  }

  @Test
  void what_is_under_way_is_left_alone() {
    replay();
    Push push = world.pusher(world.salesforce);
    Push.Armed armed = push.storeIntent(push.readFirst(push.claim().orElseThrow()));

    assertThat(replay().values()).singleElement().asString().contains("under way");
    assertThat(forecast().verdict()).isEqualTo(Forecast.Verdict.CANNOT_TELL);
    assertThatThrownBy(this::discard).hasMessageContaining("under way");
    push.settle(push.send(armed, () -> false, () -> true));
    assertThat(only(Filter.ALL).state()).isEqualTo(Letter.State.OPEN);
  }

  @Test
  void an_assigned_one_is_found_by_who_cares_for_it() {
    mending.assign(world.mapping.type(), only(Filter.ALL).id(), "anna", ADA);

    assertThat(only(Filter.parse("assigned=anna class=value")).assignedTo()).isEqualTo("anna");
    assertThat(list(Filter.parse("assigned=nobody"))).isEmpty();
  }

  @Test
  void a_filter_lets_through_what_meets_all_of_it() {
    assertThat(list(Filter.parse("system=salesforce type=partner code=TOO_LONG key=K0")))
        .hasSize(1);
    assertThat(list(Filter.parse("key=k0"))).hasSize(1);
    assertThat(list(Filter.parse("key=k"))).isEmpty();
    assertThat(list(Filter.parse("system=smartsheet"))).isEmpty();
    assertThat(list(Filter.parse("older=2h"))).isEmpty();
    world.pass(7_200);
    assertThat(list(Filter.parse("older=2h"))).hasSize(1);
  }

  private Connector reach(SystemName system) {
    if (away) {
      throw new SystemUnavailable(
          new Outcome.Reason(ReasonClass.CONNECTION, "UNAVAILABLE", "it is paused"), null, null);
    }
    return world.system(system);
  }

  private String inSalesforce(String field) {
    return world.salesforce.get("salesforce1", field);
  }

  private Map<Long, String> replay() {
    return mending.replay(world.mapping.type(), List.of(only(Filter.ALL).id()), ADA);
  }

  private Forecast forecast() {
    DeadLetter letter = only(any());
    LastTry last = new LastTry(letter.id(), letter.action(), letter.sent(), letter.reason());
    return mending.forecast(world.mapping.type(), List.of(last)).get(letter.id());
  }

  private void discard() {
    mending.discard(world.mapping.type(), only(Filter.ALL).id(), ADA);
  }

  private List<Decision> edit(Map<String, String> values) {
    return edit(new FieldEdits(values, Map.of()));
  }

  private List<Decision> edit(FieldEdits edits) {
    return mending.edit(world.mapping.type(), only(Filter.ALL).id(), edits, ADA);
  }

  private void refused(Map<String, String> values, String... words) {
    assertThatThrownBy(() -> edit(values))
        .isInstanceOf(ChoiceRefused.class)
        .hasMessageContainingAll(words);
  }

  private DeadLetter only(Filter filter) {
    assertThat(list(filter)).hasSize(1);
    return list(filter).get(0);
  }

  private List<DeadLetter> list(Filter filter) {
    return queue.list(filter, 0, 10, world.clock.instant());
  }

  private static Filter any() {
    return Filter.parse("state=any");
  }
}
