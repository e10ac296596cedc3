package io.partnerhub.sandbox.smartsheet;

import static io.partnerhub.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.smartsheet.api.InvalidRequestException;
import com.smartsheet.api.ResourceNotFoundException;
import com.smartsheet.api.Smartsheet;
import com.smartsheet.api.SmartsheetBuilder;
import com.smartsheet.api.SmartsheetException;
import com.smartsheet.api.models.Cell;
import com.smartsheet.api.models.PagedResult;
import com.smartsheet.api.models.PaginationParameters;
import com.smartsheet.api.models.Row;
import com.smartsheet.api.models.Webhook;
import com.smartsheet.api.models.WebhookSubscope;
import com.smartsheet.api.models.enums.WebhookStatus;
import io.partnerhub.sandbox.smartsheet.hook.Status;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks by the vendor's own client, and callbacks to a server of ours. */
class WebhooksTest {

  private static final String ANN = "ann@example.com";
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(5);

  private final Tracker tracker = new Tracker();
  private final CallbackServer callbacks = new CallbackServer();
  private final Smartsheet client =
      new SmartsheetBuilder()
          .setBaseURI(tracker.server.baseUrl() + "/2.0/")
          .setAccessToken(Tracker.TOKEN)
          .setChangeAgent("partner-hub")
          .setMaxRetryTimeMillis(3_500)
          .build();

  @BeforeEach
  void callThisMachine() {
    controls().settings().loopback(true);
  }

  @AfterEach
  void stop() {
    callbacks.close();
    tracker.close();
  }

  private HookControls controls() {
    return tracker.service.hooks();
  }

  private Webhook plan(String url, Long... columns) {
    Webhook plan = new Webhook();
    plan.setName("Partners");
    plan.setCallbackUrl(url).setScope("sheet").setScopeObjectId(tracker.sheetId);
    plan.setEvents(List.of("*.*")).setVersion(1);
    return columns.length == 0
        ? plan
        : plan.setSubscope(new WebhookSubscope().setColumnIds(List.of(columns)));
  }

  private Webhook make(Long... columns) throws SmartsheetException {
    return client.webhookResources().createWebhook(plan(callbacks.url(), columns));
  }

  private Webhook enable(Webhook made) throws SmartsheetException {
    Webhook wanted = new Webhook().setEnabled(true);
    wanted.setId(made.getId());
    return client.webhookResources().updateWebhook(wanted);
  }

  private Webhook enabled(Long... columns) throws SmartsheetException {
    Webhook made = make(columns);
    assertThat(enable(made).getStatus()).isEqualTo(WebhookStatus.ENABLED);
    return made;
  }

  private Webhook now(Webhook hook) throws SmartsheetException {
    return client.webhookResources().getWebhook(hook.getId());
  }

  private void edit(long row, String title) {
    tracker.service.desk().edit(Tracker.NAME, RowRef.id(row), Map.of("Title", title), ANN);
  }

  private CallbackServer.Call called(int nth) {
    await().pollInterval(SHORT).until(() -> callbacks.calls.size() >= nth);
    return callbacks.calls.get(nth - 1);
  }

  @Test
  void what_an_automation_does_later_is_told_though_nobody_calls() throws SmartsheetException {
    long row = tracker.added("A");
    controls().settings().debounce(Duration.ZERO);
    tracker
        .service
        .controls()
        .automateLater(Tracker.NAME, "Title", "uppercase", "", "robot@example.com", MINUTE);
    enabled();
    edit(row, "abc");
    called(1);

    tracker.clock.advance(MINUTE);

    assertThat(called(2).events()).contains("cell updated");
  }

  private void becomes(Webhook hook, WebhookStatus status) {
    await()
        .pollInterval(SHORT)
        .untilAsserted(() -> assertThat(now(hook).getStatus()).isEqualTo(status));
  }

  private void attempted(Webhook hook, int retries) {
    await()
        .pollInterval(SHORT)
        .untilAsserted(
            () ->
                assertThat(now(hook).getStats().getLastCallbackAttemptRetryCount())
                    .isEqualTo(retries));
  }

  private static String signature(String secret, byte[] body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(body));
  }

  @Test
  void a_new_one_is_not_verified_and_has_a_secret_that_is_shown_once() throws Exception {
    Webhook made = make();

    assertThat(made.getStatus()).isEqualTo(WebhookStatus.NEW_NOT_VERIFIED);
    assertThat(made.isEnabled()).isFalse();
    assertThat(made.getSharedSecret()).hasSizeGreaterThan(20);
    assertThat(now(made).getSharedSecret()).isNull();
    assertThat(callbacks.challenges).isEmpty();
  }

  @Test
  void enabling_it_returns_after_the_handshake() throws Exception {
    Webhook enabled = enable(make());

    assertThat(callbacks.challenges).hasSize(1);
    assertThat(enabled.isEnabled()).isTrue();
  }

  @Test
  void one_whose_challenge_is_not_echoed_stays_disabled() throws Exception {
    callbacks.echoes = false;

    Webhook disabled = enable(make());

    assertThat(disabled.getStatus()).isEqualTo(WebhookStatus.DISABLED_VERIFICATION_FAILED);
    assertThat(disabled.getDisabledDetails()).isNotBlank();
  }

  @Test
  void the_list_is_paged_and_shows_each_owner_only_their_own() throws Exception {
    for (int i = 0; i < 3; i++) {
      make();
    }
    tracker.service.controls().issueToken("another", ANN);
    Smartsheet ann =
        new SmartsheetBuilder()
            .setBaseURI(tracker.server.baseUrl() + "/2.0/")
            .setAccessToken("another")
            .build();
    PaginationParameters second =
        new PaginationParameters.PaginationParametersBuilder()
            .setIncludeAll(false)
            .setPage(2)
            .setPageSize(2)
            .build();

    PagedResult<Webhook> page = client.webhookResources().listWebhooks(second);

    assertThat(page.getTotalCount()).isEqualTo(3);
    assertThat(page.getTotalPages()).isEqualTo(2);
    assertThat(page.getData()).hasSize(1);
    assertThat(ann.webhookResources().listWebhooks(null).getData()).isEmpty();
    long id = page.getData().get(0).getId();
    assertThatThrownBy(() -> ann.webhookResources().getWebhook(id))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void a_deleted_one_is_gone() throws Exception {
    Webhook made = make();

    client.webhookResources().deleteWebhook(made.getId());

    assertThatThrownBy(() -> now(made)).isInstanceOf(ResourceNotFoundException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hub.example.com/x",
        "https://hub.example.com:9000/x",
        "http://10.0.0.1/x",
        "hub"
      })
  void only_https_on_the_usual_ports_is_called(String url) {
    assertThatThrownBy(() -> client.webhookResources().createWebhook(plan(url)))
        .isInstanceOfSatisfying(
            InvalidRequestException.class, e -> assertThat(e.getErrorCode()).isEqualTo(1152));
  }

  @Test
  void this_machine_is_not_called_unless_that_is_allowed() {
    controls().settings().loopback(false);

    assertThatThrownBy(this::make)
        .isInstanceOfSatisfying(
            InvalidRequestException.class, e -> assertThat(e.getErrorCode()).isEqualTo(1152));
  }

  @Test
  void a_sheet_that_is_not_there_has_none() {
    Webhook plan = plan(callbacks.url()).setScopeObjectId(5L);

    assertThatThrownBy(() -> client.webhookResources().createWebhook(plan))
        .isInstanceOfSatisfying(
            InvalidRequestException.class, e -> assertThat(e.getErrorCode()).isEqualTo(1151));
  }

  @Test
  void scope_and_subscope_never_change() throws Exception {
    long id = make().getId();

    Tracker.Answer scope = tracker.put("/webhooks/" + id, "{\"scopeObjectId\":5}");
    Tracker.Answer subscope = tracker.put("/webhooks/" + id, "{\"subscope\":{\"columnIds\":[5]}}");

    assertThat(scope.code()).isEqualTo(1032);
    assertThat(subscope.code()).isEqualTo(1032);
  }

  @Test
  void a_callback_tells_what_changed_after_the_debounce_without_values() throws Exception {
    Webhook hook = enabled();
    long row = tracker.added("A");
    edit(row, "a secret title");
    assertThat(callbacks.calls).isEmpty();

    tracker.clock.advance(MINUTE);

    CallbackServer.Call call = called(1);
    assertThat(call.json().get("webhookId").asLong()).isEqualTo(hook.getId());
    assertThat(call.json().get("scopeObjectId").asLong()).isEqualTo(tracker.sheetId);
    assertThat(call.events())
        .containsExactly(
            "sheet updated",
            "row created",
            "cell created",
            "sheet updated",
            "row updated",
            "cell updated");
    assertThat(call.text()).doesNotContain("secret title");
    assertThat(call.signature()).isEqualTo(signature(hook.getSharedSecret(), call.body()));
  }

  @Test
  void a_deleted_row_is_told() throws Exception {
    long row = tracker.added("A");
    enabled();

    tracker.service.desk().deleteRows(Tracker.NAME, List.of(RowRef.id(row)), ANN);
    tracker.clock.advance(MINUTE);

    assertThat(called(1).events()).containsExactly("sheet updated", "row deleted");
  }

  @Test
  void the_mark_of_a_write_comes_back_with_its_events_alone() throws Exception {
    enabled();
    Row row = new Row();
    row.setCells(List.of(new Cell().setColumnId(tracker.column("Code")).setValue("B")));
    client.sheetResources().rowResources().addRows(tracker.sheetId, List.of(row));
    tracker.added("C");
    tracker.clock.advance(MINUTE);

    List<JsonNode> rows =
        called(1).json().get("events").findParents("objectType").stream()
            .filter(e -> e.get("objectType").asText().equals("row"))
            .toList();

    assertThat(rows.get(0).path("changeAgent").asText()).isEqualTo("partner-hub");
    assertThat(rows.get(1).has("changeAgent")).isFalse();
    assertThat(rows.get(1).get("userId").asLong()).isNotEqualTo(rows.get(0).get("userId").asLong());
  }

  @Test
  void a_subscope_tells_its_columns_alone() throws Exception {
    long row = tracker.added("A");
    enabled(tracker.column("Code"));

    edit(row, "not told");
    tracker
        .service
        .desk()
        .edit(Tracker.NAME, RowRef.id(row), Map.of("Code", "B", "Title", "two"), ANN);
    tracker.clock.advance(MINUTE);

    assertThat(called(1).events()).containsExactly("sheet updated", "row updated", "cell updated");
    assertThat(called(1).json().get("events").get(2).get("columnId").asLong())
        .isEqualTo(tracker.column("Code"));
  }

  /** The other's callbacks show that there was time for another of the first. */
  @Test
  void there_is_one_callback_at_a_time_and_another_webhook_does_not_wait_for_it() throws Exception {
    enabled();
    try (CallbackServer others = new CallbackServer()) {
      enable(client.webhookResources().createWebhook(plan(others.url())));
      controls().settings().debounce(Duration.ZERO);
      callbacks.hold = new CountDownLatch(1);
      long row = tracker.added("A");
      called(1);
      for (int edit = 1; edit <= 3; edit++) {
        edit(row, "edit " + edit);
        int calls = 1 + edit;
        await().pollInterval(SHORT).until(() -> others.calls.size() == calls);
      }

      assertThat(callbacks.calls).hasSize(1);
      callbacks.hold.countDown();
      called(2);
      assertThat(callbacks.calls.get(1).events()).filteredOn("cell updated"::equals).hasSize(3);
    }
  }

  @Test
  void a_callback_that_fails_is_sent_again_seven_times_faster_then_every_three_hours()
      throws Exception {
    Webhook hook = enabled();
    controls().settings().debounce(Duration.ZERO);
    callbacks.status = 503;
    tracker.added("A");
    called(1);
    attempted(hook, 0);

    for (int retry = 1; retry <= 14; retry++) {
      tracker.clock.advance(retry <= 7 ? Duration.ofSeconds(1L << retry) : Duration.ofHours(3));
      called(retry + 1);
      if (retry < 14) {
        attempted(hook, retry);
      }
    }

    becomes(hook, WebhookStatus.DISABLED_CALLBACK_FAILED);
    assertThat(called(16).json().get("newWebhookStatus").asText())
        .isEqualTo("DISABLED_CALLBACK_FAILED");
    assertThat(callbacks.calls.subList(0, 15))
        .allSatisfy(call -> assertThat(call.body()).isEqualTo(called(1).body()));
  }

  @ParameterizedTest
  @CsvSource({"201", "204", "299", "309", "399"})
  void an_answer_that_only_looks_well_disables_at_once(int status) throws Exception {
    Webhook hook = enabled();
    controls().settings().debounce(Duration.ZERO);
    callbacks.status = status;

    tracker.added("A");

    becomes(hook, WebhookStatus.DISABLED_CALLBACK_FAILED);
    callbacks.status = 200;
    tracker.added("lost");
    assertThat(enable(hook).isEnabled()).isTrue();
    tracker.added("B");
    await().until(() -> callbacks.calls.stream().filter(c -> !c.events().isEmpty()).count() == 2);
  }

  @Test
  void what_is_gone_is_not_sent_again() throws Exception {
    Webhook hook = enabled();
    controls().settings().debounce(Duration.ZERO);
    callbacks.status = 410;
    tracker.added("A");
    called(1);
    attempted(hook, 0);

    tracker.clock.advance(Duration.ofHours(4));
    callbacks.status = 200;
    tracker.added("B");

    assertThat(called(2).events()).containsExactly("sheet updated", "row created", "cell created");
    assertThat(now(hook).getStatus()).isEqualTo(WebhookStatus.ENABLED);
  }

  @Test
  void the_handshake_comes_again_after_a_hundred_callbacks() throws Exception {
    Webhook hook = enabled();
    controls().settings().debounce(Duration.ZERO);
    for (int i = 1; i <= 100; i++) {
      tracker.added("P" + i);
      called(i);
    }
    callbacks.echoes = false;

    tracker.added("one more");

    becomes(hook, WebhookStatus.DISABLED_VERIFICATION_FAILED);
    assertThat(callbacks.challenges).hasSize(2);
    assertThat(called(101).json().get("newWebhookStatus").asText())
        .isEqualTo("DISABLED_VERIFICATION_FAILED");
  }

  @Test
  void another_secret_signs_at_once_also_what_is_sent_again() throws Exception {
    Webhook hook = enabled();
    controls().settings().debounce(Duration.ZERO);
    callbacks.status = 401;
    tracker.added("A");
    called(1);
    attempted(hook, 0);

    String path = "/webhooks/" + hook.getId() + "/resetSharedSecret";
    assertThat(tracker.post(path, "").code()).as("without a body").isEqualTo(1024);
    String secret = tracker.post(path, "{}").result().get("sharedSecret").asText();
    tracker.clock.advance(Duration.ofSeconds(2));

    assertThat(secret).isNotEqualTo(hook.getSharedSecret());
    assertThat(called(2).signature()).isEqualTo(signature(secret, called(2).body()));
  }

  @Test
  void one_that_support_disabled_cannot_be_enabled() throws Exception {
    Webhook hook = enabled();
    controls().put(hook.getId(), Status.DISABLED_ADMINISTRATIVE, true);

    assertThatThrownBy(() -> enable(hook)).hasMessageContaining("Support");
    assertThat(called(1).json().get("newWebhookStatus").asText())
        .isEqualTo("DISABLED_ADMINISTRATIVE");
  }

  @Test
  void one_whose_sheet_cannot_be_seen_comes_back_by_itself() throws Exception {
    Webhook hook = enabled();

    tracker.command("hooks/access", "{\"sheet\":\"Partner tracker\",\"visible\":false}");
    becomes(hook, WebhookStatus.DISABLED_SCOPE_INACCESSIBLE);
    tracker.command("hooks/access", "{\"sheet\":\"Partner tracker\",\"visible\":true}");

    becomes(hook, WebhookStatus.ENABLED);
    assertThat(called(2).json().get("newWebhookStatus").asText()).isEqualTo("ENABLED");
  }

  @Test
  void callbacks_are_dropped_and_delayed_on_command() throws Exception {
    enabled();
    tracker.command("hooks/settings", "{\"debounceMillis\":0,\"dropping\":true}");
    Webhook hook = client.webhookResources().listWebhooks(null).getData().get(0);
    tracker.added("lost");
    await().until(() -> now(hook).getStats().getLastSuccessfulCallback() != null);

    tracker.command("hooks/settings", "{\"dropping\":false,\"delayMillis\":5000}");
    tracker.added("late");
    assertThat(callbacks.calls).isEmpty();
    tracker.clock.advance(Duration.ofSeconds(5));

    assertThat(called(1).events()).contains("row created");
  }
}
