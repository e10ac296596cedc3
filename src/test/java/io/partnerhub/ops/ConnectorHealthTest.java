package io.partnerhub.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.SettableClock;
import io.partnerhub.model.SystemName;
import io.partnerhub.step.Availability;
import io.partnerhub.step.Surroundings;
import io.partnerhub.sync.system.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.Test;

class ConnectorHealthTest {

  private final SettableClock clock = new SettableClock("2026-03-01T08:00:00Z");
  private final Map<Urgency, Instant> spent = new EnumMap<>(Urgency.class);
  private Optional<String> pause = Optional.empty();

  private HealthCheck.Result health() {
    return new ConnectorHealth(
            new Availability(
                SystemName.SALESFORCE,
                clock,
                new Surroundings(
                    (event, system, why, until) -> {},
                    urgency -> Optional.ofNullable(spent.get(urgency)),
                    system -> pause)))
        .call();
  }

  @Test
  void a_system_that_answers_is_up_with_its_circuit() {
    assertThat(health().getState()).isEqualTo(HealthCheck.State.UP);
    assertThat(health().getDetails()).containsEntry("circuit", "CLOSED");
  }

  @Test
  void a_spent_budget_is_told_with_its_end() {
    spent.put(Urgency.CHANGE, clock.instant().plus(Duration.ofHours(3)));

    assertThat(health().getState()).isEqualTo(HealthCheck.State.DOWN);
    assertThat(health().getMessage())
        .hasValue("budget: the calls that the hub may make are used up until 2026-03-01T11:00:00Z");
  }

  @Test
  void first_reads_that_wait_are_no_trouble_and_are_told() {
    spent.put(Urgency.BULK, clock.instant().plus(Duration.ofHours(3)));

    assertThat(health().getState()).isEqualTo(HealthCheck.State.UP);
    assertThat(health().getDetails())
        .containsEntry("first-reads-wait-until", "2026-03-01T11:00:00Z");
  }

  @Test
  void a_paused_connector_says_who_paused_it_and_is_no_reason_to_restart_the_hub() {
    pause = Optional.of("by ann: columns are moved");

    assertThat(health().getState()).isEqualTo(HealthCheck.State.DOWN);
    assertThat(health().getMessage()).hasValue("paused by ann: columns are moved");
    assertThat(health().getCheck().isLiveness()).isFalse();
  }
}
