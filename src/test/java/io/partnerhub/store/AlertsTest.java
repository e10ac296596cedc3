package io.partnerhub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.partnerhub.SettableClock;
import io.partnerhub.store.Digest.Way;
import java.time.Duration;
import java.util.EnumSet;
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
    alerts.raise("salesforce", "AWAY", "503: down");

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

  @Test
  void a_system_that_comes_and_goes_is_told_of_at_most_once_in_a_while() {
    alerts.raise("salesforce", "AWAY", "503: down");
    alerts.raise("salesforce", "AWAY", "503: down again");
    alerts.raise("salesforce", "BACK", "it was down");
    alerts.raise("smartsheet", "AWAY", "timed out");
    assertThat(alerts.due())
        .extracting(SystemAlert::system, SystemAlert::event)
        .containsExactlyInAnyOrder(
            tuple("salesforce", "AWAY"), tuple("salesforce", "BACK"), tuple("smartsheet", "AWAY"));

    clock.advance(EVERY);
    alerts.raise("salesforce", "AWAY", "503: still");
    assertThat(alerts.due()).extracting(SystemAlert::sentence).contains("503: still");
  }

  @Test
  void what_could_not_be_sent_is_shown_and_tried_again_until_it_was() {
    alerts.raise("salesforce", "AWAY", "503: down");
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
    alerts.raise("salesforce", "AWAY", "503: down");
    alerts.due();

    clock.advance(Escalations.LEASE);
    assertThat(alerts.due()).hasSize(1);
  }

  @Test
  void messages_about_letters_leave_those_about_systems_alone() {
    alerts.raise("salesforce", "AWAY", "503: down");

    assertThat(escalations.due(EnumSet.of(Way.MAIL))).isEmpty();
    assertThat(alerts.due()).hasSize(1);
  }
}
