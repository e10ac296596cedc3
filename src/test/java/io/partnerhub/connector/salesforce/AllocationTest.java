package io.partnerhub.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.SettableClock;
import io.partnerhub.connector.MemoryUsedCalls;
import io.partnerhub.connector.salesforce.SalesforceSettings.ClientCredentials;
import io.partnerhub.connector.salesforce.SalesforceSettings.Share;
import io.partnerhub.sandbox.salesforce.OrgSettings;
import io.partnerhub.sandbox.salesforce.SalesforceService;
import io.partnerhub.sandbox.sim.Counters;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import io.partnerhub.sandbox.sim.SimulatorServer;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.SystemUnavailable;
import io.partnerhub.sync.system.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The hub's share of an org's calls, counted by the simulated org itself. */
class AllocationTest {

  private static final int RESERVE = 20;

  private final SettableClock clock = new SettableClock("2026-03-01T09:00:00Z");
  private final SalesforceService service = new SalesforceService(OrgSettings.sandbox(), clock);
  private final SimulatorServer server = SimulatorServer.start(service, 0);
  private final MemoryUsedCalls kept = new MemoryUsedCalls();
  private ConnectedHub hub;

  private SalesforceConnector connector(int dailyCalls) {
    if (hub != null) {
      hub.close();
    }
    hub =
        new ConnectedHub(
            new ClientCredentials(
                server.baseUrl(),
                OrgSettings.sandbox().clientId(),
                OrgSettings.sandbox().clientSecret()),
            Duration.ofSeconds(20),
            new Share(dailyCalls, RESERVE),
            clock);
    hub.connector.pace().remembering(kept);
    return hub.connector;
  }

  @AfterEach
  void stop() {
    hub.close();
    server.close();
  }

  /** All that the org counts: not the logins, and the farewells of hubs that stopped. */
  private long calls() {
    Counters.Snapshot all = server.counters().snapshot();
    return all.total() - all.of("POST token") - all.of("other");
  }

  private long limits() {
    return server.counters().snapshot().of("GET limits");
  }

  private void poll() {
    hub.connector.changes(
        PartnerMapping.mapping(), Checkpoint.start("Account"), null, clock.instant());
  }

  private boolean isPolled() {
    try {
      poll();
      return true;
    } catch (SystemUnavailable e) {
      assertThat(e.reason().kind()).isEqualTo(ReasonClass.BUDGET);
      return false;
    }
  }

  @Test
  void ten_times_the_load_makes_no_more_calls_than_the_day_has() {
    connector(50);
    for (int i = 0; i < 500; i++) {
      isPolled();
      clock.advance(Duration.ofMinutes(2));
    }

    assertThat(calls()).isLessThanOrEqualTo(50).isGreaterThan(40);
    clock.advance(Duration.ofHours(9));
    assertThat(isPolled()).isTrue();
  }

  @Test
  void a_hub_that_is_killed_again_and_again_makes_no_more_calls_than_the_day_has() {
    for (int start = 0; start < 10; start++) {
      connector(50);
      for (int i = 0; i < 50; i++) {
        isPolled();
        clock.advance(Duration.ofMinutes(1));
      }
    }

    assertThat(calls()).isLessThanOrEqualTo(50).isGreaterThan(30);
  }

  @Test
  void the_first_call_asks_what_the_day_has_left_so_that_none_is_made_of_peoples_part() {
    service.org().dailyCalls(100);
    connector(10_000);
    for (int i = 0; i < 100; i++) {
      isPolled();
    }
    assertThat(calls()).isEqualTo(80);

    clock.advance(Duration.ofMinutes(1));
    SalesforceConnector next = connector(10_000);

    assertThat(isPolled()).isFalse();
    assertThat(calls()).isEqualTo(81); // the question alone
    assertThat(next.usage().max()).isEqualTo(100);
  }

  @Test
  void after_an_hour_of_silence_the_next_call_asks_before() {
    connector(10_000);
    isPolled();
    clock.advance(Duration.ofMinutes(59));
    isPolled();
    assertThat(limits()).isEqualTo(1);

    clock.advance(Duration.ofMinutes(61));
    isPolled();
    isPolled();

    assertThat(limits()).isEqualTo(2);
  }

  @Test
  void a_spent_day_says_until_when_and_loses_nothing() {
    SalesforceConnector connector = connector(10);
    while (isPolled()) {
      clock.advance(Duration.ofSeconds(1));
    }
    long before = calls();

    Outcome outcome =
        connector
            .write(
                PartnerMapping.mapping(),
                java.util.List.of(SimulatedOrg.add(Map.of("code", "P-1", "name", "One"))))
            .outcomes()
            .get(0);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.RetryLater.class,
            later -> {
              assertThat(later.reason().kind()).isEqualTo(ReasonClass.BUDGET);
              assertThat(later.reason().message()).contains("used up until 2026-03-02T");
              assertThat(later.after()).isGreaterThan(Duration.ofHours(23));
            });
    assertThat(calls()).isEqualTo(before);
  }

  @Test
  void people_keep_their_part_whoever_used_the_rest() {
    SalesforceConnector connector = connector(10_000);
    service.org().dailyCalls(100);
    for (int i = 0; i < 200; i++) {
      isPolled();
    }

    assertThat(connector.usage().used()).isEqualTo(80);
    assertThatThrownBy(this::poll)
        .hasMessageContaining("80 of the org's 100 calls in 24 hours are used")
        .hasMessageContaining("salesforce.people-reserve");
    assertThat(connector.spentUntil(Urgency.CHANGE))
        .contains(Instant.parse("2026-03-01T09:05:00Z"));
  }

  @Test
  void every_five_minutes_one_call_asks_for_the_limits_until_there_are_calls_again() {
    connector(10_000);
    service.org().dailyCalls(100);
    for (int i = 0; i < 100; i++) {
      isPolled();
    }
    long spent = calls();

    for (int minute = 0; minute < 15; minute++) {
      clock.advance(Duration.ofMinutes(1));
      isPolled();
    }
    assertThat(calls() - spent).isEqualTo(3);

    service.org().dailyCalls(1_000);
    clock.advance(Duration.ofMinutes(5));
    assertThat(isPolled()).isTrue();
  }

  @Test
  void a_user_who_may_not_ask_for_the_limits_learns_of_calls_by_one_call_in_five_minutes() {
    connector(10_000);
    service.org().dailyCalls(100);
    for (int i = 0; i < 100; i++) {
      isPolled();
    }
    Fault refused = new Fault.Failure(403, "INSUFFICIENT_ACCESS", "on command");
    server.faults().add(FaultRule.once("GET", "/limits/?$", refused).times(FaultRule.FOREVER));
    long spent = calls();

    for (int minute = 0; minute < 15; minute++) {
      clock.advance(Duration.ofMinutes(1));
      isPolled();
    }
    assertThat(calls() - spent).as("asked in vain, and made").isEqualTo(6);

    service.org().dailyCalls(1_000);
    clock.advance(Duration.ofMinutes(5));
    assertThat(isPolled()).isTrue();
    assertThat(isPolled()).isTrue();
  }
}
