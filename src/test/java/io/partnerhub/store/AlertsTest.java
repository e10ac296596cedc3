package io.partnerhub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.SettableClock;
import io.partnerhub.store.Digest.Way;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertsTest {

  private static final Duration EVERY = Duration.ofMinutes(15);

  private final SettableClock clock = new SettableClock("2026-03-02T09:00:00Z");
  private final Alerts alerts =
      new Alerts(TestStore.dataSource(), clock, EVERY, EnumSet.of(Way.MAIL, Way.TASK));
  private final Escalations escalations = new Escalations(TestStore.dataSource(), clock, EVERY);

  @BeforeEach
  void empty() {
    TestStore.empty(clock);
  }

  @Test
  void an_event_is_told_once_each_way_that_is_on_and_never_by_a_task() {
    alerts.raise("salesforce", "AWAY", "BACK", "503: down");

    assertThat(alerts.due())
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.way()).isEqualTo(Way.MAIL);
              assertThat(alert.sentence()).isEqualTo("503: down");
              assertThat(alert.at()).isEqualTo(clock.instant());
            });
    assertThat(alerts.due()).isEmpty();
  }

  private List<String> told() {
    List<SystemAlert> due = alerts.due();
    due.forEach(escalations::sent);
    return due.stream().map(alert -> alert.event() + " " + alert.sentence()).toList();
  }

  @Test
  void a_system_that_comes_and_goes_is_told_of_at_most_once_in_a_while_and_how_it_stands_then() {
    alerts.raise("salesforce", "AWAY", "BACK", "503: down");
    assertThat(told()).containsExactly("AWAY 503: down");
    alerts.raise("salesforce", "BACK", "AWAY", "it was down");
    assertThat(told()).containsExactly("BACK it was down");
    clock.advance(Duration.ofMinutes(5));
    alerts.raise("salesforce", "AWAY", "BACK", "503: down again");
    assertThat(told()).isEmpty();

    clock.advance(EVERY);
    assertThat(told()).containsExactly("AWAY 503: down again");
  }

  @Test
  void what_is_over_before_it_was_told_is_not_told() {
    alerts.raise("salesforce", "AWAY", "BACK", "503: down");
    alerts.raise("smartsheet", "AWAY", "BACK", "timed out");
    assertThat(told()).hasSize(2);
    alerts.raise("salesforce", "BACK", "AWAY", "it was down");
    assertThat(told()).hasSize(1);
    clock.advance(Duration.ofMinutes(5));
    alerts.raise("salesforce", "AWAY", "BACK", "503: a moment");
    alerts.raise("salesforce", "BACK", "AWAY", "it was a moment");

    clock.advance(EVERY.multipliedBy(2));
    assertThat(told()).isEmpty();
    alerts.raise("salesforce", "AWAY", "BACK", "503: still");
    assertThat(told()).containsExactly("AWAY 503: still");
  }

  @Test
  void what_could_not_be_sent_is_shown_and_tried_again_until_it_was() {
    alerts.raise("salesforce", "AWAY", "BACK", "503: down");
    SystemAlert first = alerts.due().get(0);
    escalations.failed(first, "the mail server is away");

    assertThat(escalations.failing()).extracting(Escalations.Standing::failing).containsExactly(1);
    clock.advance(Duration.ofMinutes(1));
    SystemAlert second = alerts.due().get(0);
    assertThat(second.attempt()).isEqualTo(2);
    escalations.sent(second);

    clock.advance(Duration.ofDays(1));
    assertThat(alerts.due()).isEmpty();
    assertThat(escalations.failing()).isEmpty();
  }

  @Test
  void a_hub_that_died_amid_sending_sends_again() {
    alerts.raise("salesforce", "AWAY", "BACK", "503: down");
    alerts.due();

    clock.advance(Escalations.LEASE);
    assertThat(alerts.due()).hasSize(1);
  }

  @Test
  void messages_about_letters_leave_those_about_systems_alone() {
    alerts.raise("salesforce", "AWAY", "BACK", "503: down");

    assertThat(escalations.due(EnumSet.of(Way.MAIL))).isEmpty();
    assertThat(alerts.due()).hasSize(1);
  }
}
