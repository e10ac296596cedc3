package io.partnerhub.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.partnerhub.SettableClock;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.system.CallBudget;
import io.partnerhub.sync.system.SystemUnavailable;
import io.partnerhub.sync.system.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AvailabilityTest {

  private final SettableClock clock = new SettableClock("2026-03-02T09:00:00.123456789Z");
  private final List<String> alerts = new ArrayList<>();
  private Optional<String> pause = Optional.empty();
  private Optional<Instant> spent = Optional.empty();
  private final Availability availability =
      new Availability(
          SystemName.SALESFORCE,
          clock,
          new Surroundings(
              (event, system, why, until) -> alerts.add(event + ": " + why),
              urgency -> urgency == Urgency.BULK ? spent : Optional.empty(),
              system -> pause));

  private static SystemUnavailable unavailable(ReasonClass kind, Duration after) {
    return new SystemUnavailable(new Outcome.Reason(kind, kind.word(), "refused"), after, null);
  }

  private Availability.Call begin() {
    return availability.begin().orElseThrow();
  }

  private void fail(ReasonClass kind) {
    begin().failed(unavailable(kind, null));
  }

  private Duration pauseLength() {
    return Duration.between(clock.instant(), availability.until());
  }

  private void pass() {
    clock.advance(pauseLength());
  }

  @Test
  void the_pause_doubles_with_each_failure_up_to_a_minute() {
    for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      fail(ReasonClass.CONNECTION);

      assertThat(pauseLength()).hasSeconds(seconds);
      assertThat(availability.mayCall()).isFalse();
      assertThat(availability.begin()).isEmpty();
      pass();
      assertThat(availability.mayCall()).isTrue();
    }
  }

  @Test
  void calls_that_fail_together_count_once() {
    Availability.Call one = begin();
    Availability.Call other = begin();
    one.failed(unavailable(ReasonClass.SERVER, null));
    other.failed(unavailable(ReasonClass.SERVER, null));
    assertThat(pauseLength()).hasSeconds(1);
    pass();

    fail(ReasonClass.SERVER);

    assertThat(pauseLength()).hasSeconds(2);
  }

  @Test
  void what_the_system_asks_for_is_kept() {
    Availability.Call one = begin();
    Availability.Call other = begin();
    one.failed(unavailable(ReasonClass.SERVER, Duration.ofSeconds(90)));
    other.failed(unavailable(ReasonClass.SERVER, null));

    assertThat(pauseLength()).hasSeconds(90);
  }

  @Test
  void an_answer_ends_the_pause_and_the_fault() {
    fail(ReasonClass.CONNECTION);
    assertThat(availability.fault()).isPresent();
    pass();

    begin().answered();

    assertThat(availability.mayCall()).isTrue();
    assertThat(availability.fault()).isEmpty();
    assertThat(availability.circuit()).isEqualTo(State.CLOSED);
    assertThat(availability.heard().error()).contains("refused");
  }

  @Test
  void an_answer_to_a_call_from_before_the_failure_ends_nothing() {
    Availability.Call old = begin();
    fail(ReasonClass.CONNECTION);

    old.answered();

    assertThat(availability.mayCall()).isFalse();
    assertThat(availability.fault()).isPresent();
    assertThat(availability.circuit()).isEqualTo(State.OPEN);
  }

  @ParameterizedTest
  @EnumSource(ReasonClass.class)
  void only_what_is_about_the_system_opens_the_circuit(ReasonClass kind) {
    fail(kind);

    boolean opens =
        switch (kind) {
          case CONNECTION, SERVER, AUTH, UNKNOWN_OUTCOME, PARSE -> true;
          default -> false;
        };
    assertThat(availability.circuit()).isEqualTo(opens ? State.OPEN : State.CLOSED);
    assertThat(availability.mayCall()).isFalse(); // asked less and less often all the same
  }

  @ParameterizedTest
  @EnumSource(
      value = ReasonClass.class,
      names = {"VALUE", "MISSING", "REFERENCE", "DUPLICATE", "PERMISSION", "GONE", "TOO_LARGE"})
  void what_somebody_has_to_mend_in_a_place_is_an_answer_of_the_system(ReasonClass kind) {
    fail(ReasonClass.CONNECTION);
    pass();

    begin().cameTo(unavailable(kind, null));

    assertThat(availability.circuit()).isEqualTo(State.CLOSED);
    assertThat(availability.mayCall()).isTrue();
    assertThat(availability.until(unavailable(kind, null)))
        .isEqualTo(clock.instant().plusSeconds(20));
  }

  @Test
  void an_open_circuit_is_probed_by_one_step_alone() {
    fail(ReasonClass.CONNECTION);
    pass();

    Availability.Call probe = begin();

    assertThat(availability.circuit()).isEqualTo(State.HALF_OPEN);
    assertThat(availability.mayCall()).isFalse();
    assertThat(availability.begin()).isEmpty();
    probe.answered();
    assertThat(availability.mayCall()).isTrue();
  }

  @Test
  void a_probe_that_ends_without_a_word_leaves_its_place_to_the_next() {
    fail(ReasonClass.CONNECTION);
    pass();

    begin().close();

    assertThat(availability.circuit()).isEqualTo(State.HALF_OPEN);
    begin().answered();
    assertThat(availability.circuit()).isEqualTo(State.CLOSED);
  }

  @Test
  void a_probe_that_a_write_from_before_the_outage_overtakes_leaves_its_place_to_the_next() {
    Availability.Call write = availability.beginWrite();
    fail(ReasonClass.CONNECTION);
    pass();
    Availability.Call probe = begin();
    write.failed(unavailable(ReasonClass.RATE_LIMIT, null));

    probe.answered();

    assertThat(availability.fault()).hasValue("rate-limit: refused");
    pass();
    begin().answered();
    assertThat(availability.circuit()).isEqualTo(State.CLOSED);
  }

  @Test
  void a_probe_that_a_write_overtakes_leaves_the_circuit_open_where_the_system_is_away() {
    Availability.Call write = availability.beginWrite();
    fail(ReasonClass.CONNECTION);
    pass();
    Availability.Call probe = begin();
    write.failed(unavailable(ReasonClass.CONNECTION, null));

    probe.answered();

    assertThat(availability.circuit()).isEqualTo(State.OPEN);
    assertThat(availability.mayCall()).isFalse();
  }

  @Test
  void a_probe_that_fails_opens_it_for_longer() {
    fail(ReasonClass.CONNECTION);
    pass();
    fail(ReasonClass.CONNECTION);

    assertThat(availability.circuit()).isEqualTo(State.OPEN);
    assertThat(pauseLength()).hasSeconds(2);
  }

  @Test
  void a_probe_that_is_refused_for_another_reason_shows_that_the_system_answers() {
    fail(ReasonClass.CONNECTION);
    pass();

    fail(ReasonClass.RATE_LIMIT);

    assertThat(availability.circuit()).isEqualTo(State.CLOSED);
  }

  @Test
  void a_call_that_the_hub_itself_held_back_says_nothing_of_the_system() {
    begin()
        .failed(
            new SystemUnavailable(
                new Outcome.Reason(ReasonClass.BUDGET, CallBudget.SPENT, "used up"),
                Duration.ofHours(3),
                null));

    assertThat(availability.mayCall()).isTrue();
    assertThat(availability.fault()).isEmpty();
  }

  @Test
  void of_several_failures_of_a_step_the_one_about_the_system_counts() {
    SystemUnavailable first = unavailable(ReasonClass.PERMISSION, null);
    first.addSuppressed(unavailable(ReasonClass.CONNECTION, null));

    begin().failed(first);

    assertThat(availability.circuit()).isEqualTo(State.OPEN);
  }

  @Test
  void a_failed_login_is_told_at_once_and_once_and_so_is_its_end() {
    fail(ReasonClass.AUTH);
    pass();
    fail(ReasonClass.AUTH);
    pass();
    begin().answered();

    assertThat(alerts).containsExactly("AWAY: auth: refused", "BACK: auth: refused");
  }

  @Test
  void a_hiccup_is_told_nobody_and_an_outage_is() {
    fail(ReasonClass.SERVER);
    pass();
    begin().answered();
    assertThat(alerts).isEmpty();

    for (int i = 0; i < 5; i++) {
      fail(ReasonClass.SERVER);
      pass();
    }

    assertThat(alerts).containsExactly("AWAY: server: refused");
  }

  @Test
  void a_paused_system_is_not_called_until_it_is_resumed() {
    pause = Optional.of("by ann: columns are moved");
    availability.lookUpPause();

    assertThat(availability.mayCall()).isFalse();
    assertThat(availability.begin()).isEmpty();

    pause = Optional.empty();
    availability.lookUpPause();
    assertThat(availability.mayCall()).isTrue();
    assertThat(alerts)
        .containsExactly(
            "PAUSED: by ann: columns are moved",
            "RESUMED: it was paused by ann: columns are moved");
  }

  @Test
  void an_administrator_need_not_wait_for_the_end_of_the_pause() {
    for (int i = 0; i < 7; i++) {
      fail(ReasonClass.CONNECTION);
      pass();
    }
    fail(ReasonClass.CONNECTION);

    availability.probeNow();

    begin().answered();
    assertThat(availability.circuit()).isEqualTo(State.CLOSED);
  }

  @Test
  void a_spent_budget_holds_back_the_less_urgent_alone() {
    spent = Optional.of(clock.instant().plus(Duration.ofHours(2)));

    assertThat(availability.mayCall(Urgency.BULK)).isFalse();
    assertThat(availability.mayCall(Urgency.CHANGE)).isTrue();
    assertThat(availability.spentUntil(Urgency.BULK)).isEqualTo(spent);
  }

  @Test
  void a_budget_that_comes_back_within_a_minute_is_no_news_for_people() {
    spent = Optional.of(clock.instant().plus(Duration.ofMinutes(1)));

    assertThat(availability.mayCall(Urgency.BULK)).isFalse();
    assertThat(availability.spentUntil(Urgency.BULK)).isEmpty();
  }
}
