package io.partnerhub.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.SettableClock;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.SystemUnavailable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AvailabilityTest {

  private final SettableClock clock = new SettableClock("2026-03-02T09:00:00.123456789Z");
  private final Availability availability = new Availability(SystemName.SALESFORCE, clock);

  private void fail(Duration after) {
    availability.failed(
        new SystemUnavailable(
            new Outcome.Reason(ReasonClass.CONNECTION, "connection", "refused"), after, null));
  }

  private Duration pause() {
    return Duration.between(clock.instant(), availability.until());
  }

  @Test
  void the_pause_doubles_with_each_failure_up_to_a_minute() {
    for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      fail(null);

      assertThat(pause()).hasSeconds(seconds);
      assertThat(availability.mayCall()).isFalse();
      clock.advance(pause());
      assertThat(availability.mayCall()).isTrue();
    }
  }

  @Test
  void calls_that_fail_together_count_once() {
    fail(null);
    fail(null);
    fail(null);
    assertThat(pause()).hasSeconds(1);
    clock.advance(pause());

    fail(null);

    assertThat(pause()).hasSeconds(2);
  }

  @Test
  void what_the_system_asks_for_is_kept() {
    fail(Duration.ofSeconds(60));
    fail(null);

    assertThat(pause()).hasSeconds(60);
  }

  @Test
  void an_answer_ends_the_pause_and_the_fault() {
    fail(null);

    availability.answered(availability.begin());

    assertThat(availability.mayCall()).isTrue();
    assertThat(availability.fault()).isEmpty();
  }

  @Test
  void an_answer_to_a_call_from_before_the_failure_ends_nothing() {
    int begun = availability.begin();
    fail(null);

    availability.answered(begun);

    assertThat(availability.mayCall()).isFalse();
    assertThat(availability.fault()).isPresent();
  }
}
