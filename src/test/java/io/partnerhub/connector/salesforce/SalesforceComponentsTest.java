package io.partnerhub.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.partnerhub.connector.salesforce.SalesforceSettings.ClientCredentials;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.Values;
import io.partnerhub.sandbox.sim.SimAnswer;
import io.partnerhub.sandbox.sim.SimulatorServer;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.Page;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Settings of the component without which it loses data or does it twice. */
class SalesforceComponentsTest {

  private static final String NO_ROWS = "{\"totalSize\":0,\"done\":true,\"records\":[]}";
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private final Mapping mapping = PartnerMapping.mapping();
  private final ScriptedSalesforce salesforce = new ScriptedSalesforce();
  private final SimulatorServer server = SimulatorServer.start(salesforce, 0);
  private final ConnectedHub hub = ConnectedHub.to(server.baseUrl());

  @AfterEach
  void stop() {
    hub.close();
    server.close();
  }

  @Test
  void a_context_starts_while_salesforce_is_down() {
    assertThat(salesforce.logins()).isZero();
    assertThat(hub.component.getLoginConfig().isLazyLogin()).isTrue();
  }

  @Test
  void an_answer_of_more_than_4_megabytes_is_read() {
    String notes = "x".repeat(5_000);
    String rows =
        IntStream.range(0, 1_000)
            .mapToObj(
                i ->
                    "{\"Id\":\"001000000000%03dAAA\",\"SystemModstamp\":\"2026-01-01T10:00:00.000+0000\",\"Notes__c\":\"%s\"}"
                        .formatted(i, notes))
            .collect(Collectors.joining(","));
    salesforce.then(200, "{\"totalSize\":1000,\"done\":true,\"records\":[" + rows + "]}");

    Page page = hub.connector.changes(mapping, Checkpoint.start("Account"), null, NOW);

    assertThat(page.rows()).hasSize(1_000).allMatch(r -> r.values().get("notes").equals(notes));
  }

  @Test
  void an_address_of_almost_16_kilobytes_is_sent() {
    List<String> keys = IntStream.range(0, 400).mapToObj(i -> "partner-key-" + i).toList();
    salesforce.then(200, NO_ROWS);

    hub.connector.find(mapping, keys);

    assertThat(salesforce.requests()).hasSize(1);
    assertThat(salesforce.requests().get(0).uriBytes()).isGreaterThan(8_192);
  }

  @Test
  void a_redirect_is_not_followed_with_our_token() {
    ScriptedSalesforce other = new ScriptedSalesforce();
    SimulatorServer elsewhere = SimulatorServer.start(other, 0);
    salesforce.then(
        request ->
            new SimAnswer(
                302,
                Map.of("Location", elsewhere.baseUrl() + "/services"),
                "moved".getBytes(StandardCharsets.UTF_8),
                false));

    try (elsewhere) {
      assertThat(
              catchThrowable(
                  () -> hub.connector.changes(mapping, Checkpoint.start("Account"), null, NOW)))
          .hasMessageContaining("302");
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void only_our_own_headers_are_sent() {
    salesforce.then(200, NO_ROWS);

    hub.connector.changes(mapping, Checkpoint.start("Account"), null, NOW);

    assertThat(salesforce.requests().get(0).headers().keySet())
        .containsExactlyInAnyOrder(
            "host",
            "user-agent",
            "accept",
            "accept-charset",
            "accept-encoding",
            "content-type",
            "content-length",
            "authorization",
            "x-sfdc-session");
  }

  @Test
  void a_call_without_an_answer_ends_after_the_configured_time() {
    Write write =
        new Write(
            1,
            Write.Action.ADD,
            NativeId.toBeCreatedIn("Account"),
            null,
            Set.of("code"),
            Values.of(Map.of("code", "P-1")));
    CountDownLatch ended = new CountDownLatch(1);
    salesforce.then(request -> answerAfter(ended));

    try (ConnectedHub hasty =
        new ConnectedHub(
            new ClientCredentials(server.baseUrl(), "client", "secret"), Duration.ofSeconds(2))) {
      Outcome outcome = hasty.connector.write(mapping, List.of(write)).outcomes().get(0);

      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Unknown.class,
              unknown -> assertThat(unknown.reason().message()).contains("time for one call"));
    } finally {
      ended.countDown();
    }
  }

  private static SimAnswer answerAfter(CountDownLatch ended) {
    try {
      assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return SimAnswer.reset();
  }
}
