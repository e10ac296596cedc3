package io.partnerhub.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.partnerhub.SettableClock;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.system.SystemUnavailable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Resilience4j's defaults that would leave a system unguarded, or unasked for ever. */
class CircuitTest {

  private static final SystemUnavailable AWAY =
      new SystemUnavailable(new Outcome.Reason(ReasonClass.CONNECTION, "x", "y"), null, null);

  private final SettableClock clock = new SettableClock("2026-03-02T09:00:00Z");
  private final Circuit circuit = new Circuit("any", clock);
  private final CircuitBreakerConfig ours = Circuit.config(clock);
  private final CircuitBreakerConfig theirs = CircuitBreakerConfig.ofDefaults();

  @Test
  void one_failed_step_opens_it_where_the_default_waits_for_a_hundred() {
    assertThat(theirs.getMinimumNumberOfCalls()).isEqualTo(100);

    circuit.enter();
    circuit.failed(AWAY);

    assertThat(circuit.state()).isEqualTo(State.OPEN);
  }

  @Test
  void one_step_probes_where_the_default_lets_ten_through() {
    assertThat(theirs.getPermittedNumberOfCallsInHalfOpenState()).isEqualTo(10);
    circuit.enter();
    circuit.failed(AWAY);
    clock.advance(Duration.ofSeconds(1));

    assertThat(circuit.enter()).isTrue();
    assertThat(circuit.enter()).isFalse();
  }

  @Test
  void no_exception_is_ignored_or_passes_for_a_success() {
    assertThat(ours.getIgnoreExceptionPredicate().test(AWAY)).isFalse();
    assertThat(ours.getRecordExceptionPredicate().test(AWAY)).isTrue();
  }

  @Test
  void a_step_that_takes_hours_is_no_failure() {
    assertThat(ours.getSlowCallDurationThreshold()).isGreaterThanOrEqualTo(Duration.ofDays(1));
  }

  @Test
  void no_thread_of_its_own_half_opens_it_behind_the_clock() {
    circuit.enter();
    circuit.failed(AWAY);
    clock.advance(Duration.ofHours(1));

    assertThat(circuit.state()).isEqualTo(State.OPEN);
    assertThat(ours.isAutomaticTransitionFromOpenToHalfOpenEnabled()).isFalse();
  }

  @Test
  void an_administrator_frees_it_where_a_probe_never_gave_its_place_back() {
    circuit.enter();
    circuit.failed(AWAY);
    circuit.probeNow();
    circuit.enter();
    assertThat(circuit.enter()).isFalse();

    circuit.probeNow();

    assertThat(circuit.enter()).isTrue();
  }
}
