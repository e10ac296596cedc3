package io.partnerhub.step;

import static io.partnerhub.model.SystemName.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.SettableClock;
import io.partnerhub.ops.ListenHealth;
import io.partnerhub.sync.system.Listening;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.Test;

class ListenStepTest {

  private static final String WHY = "the org's event deliveries of 24 hours are used up";

  private final SettableClock clock = new SettableClock("2026-03-02T09:00:00Z");
  private final List<String> alerts = new ArrayList<>();
  private final Ear ear = new Ear();
  private String pause;
  private final Availability availability =
      new Availability(
          SALESFORCE,
          clock,
          new Surroundings(
              (event, system, why, until) -> alerts.add(event + ": " + why),
              urgency -> Optional.empty(),
              system -> Optional.ofNullable(pause)));
  private final ListenStep step =
      new ListenStep(
          ear,
          availability,
          (event, system, why, until) -> alerts.add(event + " " + system + ": " + why),
          clock);

  /** Hears what it is told to. */
  private static final class Ear implements Listening {
    private Deaf deaf;
    private boolean open;

    @Override
    public void keepUp() {
      open = true;
    }

    @Override
    public void stop() {
      open = false;
    }

    @Override
    public Optional<Deaf> deaf() {
      return Optional.ofNullable(deaf);
    }
  }

  private void deafFor(Duration time) {
    Instant now = clock.instant();
    ear.deaf = new Listening.Deaf(WHY, now, now.plus(time));
  }

  @Test
  void people_are_told_once_that_a_system_is_only_polled_and_once_that_it_is_heard_again() {
    deafFor(Duration.ofMinutes(30));
    step.keepUp();
    step.keepUp();
    assertThat(alerts).containsExactly("POLLED salesforce: " + WHY);

    ear.deaf = null;
    step.keepUp();
    step.keepUp();
    assertThat(alerts).hasSize(2).last().asString().startsWith("HEARD salesforce");
  }

  @Test
  void a_hiccup_is_told_to_nobody_until_it_lasts() {
    deafFor(Duration.ofSeconds(1));
    step.keepUp();
    clock.advance(Duration.ofMinutes(1));
    step.keepUp();
    assertThat(alerts).isEmpty();

    clock.advance(Duration.ofMillis(1));
    step.keepUp();
    assertThat(alerts).containsExactly("POLLED salesforce: " + WHY);
  }

  @Test
  void a_paused_system_is_not_listened_to() {
    step.keepUp();
    assertThat(ear.open).isTrue();

    pause = "by ann: maintenance";
    availability.lookUpPause();
    step.keepUp();
    assertThat(ear.open).isFalse();
  }

  @Test
  void health_says_why_changes_are_polled_and_stays_up() {
    ListenHealth health = new ListenHealth(SALESFORCE, ear);
    assertThat(health.call().getDetails()).doesNotContainKey("changes");

    deafFor(Duration.ofMinutes(30));
    HealthCheck.Result result = health.call();
    assertThat(result.getState()).isEqualTo(HealthCheck.State.UP);
    assertThat(result.getMessage()).contains(WHY);
    assertThat(result.getDetails()).containsEntry("changes", "polled");
  }
}
