package io.partnerhub.connector.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.SettableClock;
import io.partnerhub.intake.Knock;
import io.partnerhub.intake.Verdict;
import io.partnerhub.sync.system.Hint;
import io.partnerhub.sync.system.Notice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FulfillmentDoorkeeperTest {

  private static final String HUB = "hub-client";
  private static final String ONE = "{\"events\": [{\"resource\": \"orders\", \"id\": \"ord_7\"}]}";
  private static final String MISSING = "a header that it must have is missing";
  private static final String WRONG = "its signature is wrong: see fulfillment.webhook-secret";
  private static final String STALE = "it was made too long ago, or the clocks are too far apart";

  private final SettableClock clock = new SettableClock("2026-05-04T09:00:00Z");
  private final FulfillmentDoorkeeper keeper = keeper(Definition.read(Depot.SHIPPED));

  @TempDir private Path directory;

  private FulfillmentDoorkeeper keeper(Definition definition) {
    return new FulfillmentDoorkeeper(definition, SignedCall.SECRET, HUB::equals, clock);
  }

  @Test
  void a_signed_call_is_a_notice_of_the_records_that_it_names() {
    String two =
        "{\"events\": [{\"resource\": \"orders\", \"id\": \"ord_7\", \"status\": \"shipped\"},"
            + " {\"resource\": \"activations\", \"id\": 12}, {\"resource\": \"orders\", \"id\": \"ord_7\"}]}";

    assertThat(notice(call("msg_1", two).knock()))
        .isEqualTo(
            new Notice("msg_1", List.of(Hint.of("orders", "ord_7"), Hint.of("activations", "12"))));
  }

  @Test
  void what_the_hub_alone_did_is_its_own() {
    String events =
        """
        {"events": [{"resource": "orders", "id": "ord_1", "by": "hub-client"},
         {"resource": "orders", "id": "ord_2", "by": "hub-client"},
         {"resource": "orders", "id": "ord_2", "by": "warehouse"},
         {"resource": "orders", "id": "ord_3", "by": "hub-client-2"},
         {"resource": "orders", "id": "ord_4"},
         {"resource": "orders", "id": "ord_1", "by": "hub-client"},
         {"resource": "activations", "id": null, "by": "hub-client"}]}
        """;

    assertThat(notice(call("msg_1", events).knock()).hints())
        .containsExactlyInAnyOrder(
            new Hint("orders", "ord_1", true),
            Hint.of("orders", "ord_2"),
            Hint.of("orders", "ord_3"),
            Hint.of("orders", "ord_4"),
            new Hint("activations", null, true));
  }

  @Test
  void a_place_is_somebodys_once_one_of_its_records_is() {
    String events =
        """
        {"events": [{"resource": "orders", "id": "ord_1", "by": "warehouse"},
         {"resource": "orders", "id": null, "by": "hub-client"}]}
        """;

    assertThat(notice(call("msg_1", events).knock()).hints())
        .containsExactly(Hint.somewhereIn("orders"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
  void a_call_without_one_of_its_headers_is_refused(String header) {
    assertThat(refusal(call("msg_1", ONE).without(header).knock())).isEqualTo("401 " + MISSING);
  }

  @Test
  void a_forged_call_is_refused_whatever_of_it_is_forged() {
    assertThat(refusal(call("msg_1", ONE).knock(ONE + " "))).isEqualTo("401 " + WRONG);
    assertThat(refusal(call("msg_1", ONE).with("webhook-id", "msg_2").knock()))
        .isEqualTo("401 " + WRONG);
    assertThat(refusal(call("msg_1", ONE).with("webhook-timestamp", "1777885201").knock()))
        .isEqualTo("401 " + WRONG);
    SignedCall by = SignedCall.by(new String[] {"another"}, "msg_1", clock.instant(), ONE);
    assertThat(refusal(by.knock())).isEqualTo("401 " + WRONG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "v1", "v1,", "v1,%%%", "v2,AAAA", "v1,AAAA v1,BBBB", "none"})
  void what_is_no_signature_is_a_wrong_one(String signature) {
    assertThat(refusal(call("msg_1", ONE).with("webhook-signature", signature).knock()))
        .isEqualTo("401 " + WRONG);
  }

  @Test
  void a_call_is_good_for_five_minutes_either_way() {
    SignedCall call = call("msg_1", ONE);

    clock.advance(Duration.ofMinutes(5));
    assertThat(notice(call.knock()).key()).isEqualTo("msg_1");
    clock.advance(Duration.ofMillis(1));
    assertThat(refusal(call.knock())).isEqualTo("401 " + STALE);

    SignedCall early = SignedCall.of("msg_2", clock.instant().plusSeconds(302), ONE);
    assertThat(refusal(early.knock())).isEqualTo("401 " + STALE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1777885200", "1777885200000", "2026-05-04T09:00:00Z"})
  void a_time_may_be_written_in_three_ways(String time) {
    assertThat(notice(signedAt(time)).key()).isEqualTo("msg_1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "99999999999999999999999", "-1", "9223372036854775807"})
  void what_is_no_time_is_an_old_one(String time) {
    assertThat(refusal(signedAt(time))).isEqualTo("401 " + STALE);
  }

  private Knock signedAt(String time) {
    String signed = SignedCall.hmac(SignedCall.SECRET, "msg_1." + time + "." + ONE);
    return new Knock(
        Map.of(
            "webhook-id", "msg_1", "webhook-timestamp", time, "webhook-signature", "v1," + signed),
        ONE.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void while_the_secret_is_changed_both_are_good() {
    FulfillmentDoorkeeper both =
        new FulfillmentDoorkeeper(
            Definition.read(Depot.SHIPPED), "old-secret " + SignedCall.SECRET, HUB::equals, clock);
    String[] old = {"old-secret"};
    String[] senderHasBoth = {"unknown-to-the-hub", SignedCall.SECRET};

    assertThat(both.judge(call("msg_1", ONE).knock())).isInstanceOf(Verdict.Admit.class);
    assertThat(both.judge(SignedCall.by(old, "msg_2", clock.instant(), ONE).knock()))
        .isInstanceOf(Verdict.Admit.class);
    assertThat(keeper.judge(SignedCall.by(senderHasBoth, "m", clock.instant(), ONE).knock()))
        .isInstanceOf(Verdict.Admit.class);
  }

  @Test
  void a_secret_in_the_form_of_standard_webhooks_is_decoded() {
    String secret =
        "whsec_"
            + Base64.getEncoder()
                .encodeToString(SignedCall.SECRET.getBytes(StandardCharsets.UTF_8));

    assertThat(
            new FulfillmentDoorkeeper(Definition.read(Depot.SHIPPED), secret, HUB::equals, clock)
                .judge(call("msg_1", ONE).knock()))
        .isInstanceOf(Verdict.Admit.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1, 2",
        "{\"events\": 1e-99999999999}",
        "{\"events\": [}",
        "\"text\"",
        "17",
        "null",
        "{} trailing",
        "<x/>"
      })
  void a_signed_call_that_is_no_JSON_is_refused_for_good(String body) {
    assertThat(refusal(call("msg_1", body).knock())).startsWith("400 it is no JSON");
  }

  @Test
  void JSON_that_is_nested_without_end_is_refused() {
    String deep = "{\"events\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    assertThat(refusal(call("msg_1", deep).knock())).isEqualTo("400 it is no JSON");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}",
        "{\"events\": []}",
        "{\"events\": [{\"resource\": \"invoices\", \"id\": \"1\"}]}",
        "{\"events\": [1, null, \"x\", {\"id\": \"ord_1\"}]}"
      })
  void what_is_about_nothing_that_is_kept_in_step_is_taken_and_says_nothing(String body) {
    assertThat(notice(call("msg_1", body).knock())).isEqualTo(new Notice("msg_1", List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "{\"a\": 1}", "\"a b\"", "\"x\\u0000y\"", "[\"ord_1\"]"})
  void an_event_without_an_id_that_can_be_one_is_about_the_whole_resource(String id) {
    String body = "{\"events\": [{\"resource\": \"orders\", \"id\": " + id + "}]}";

    assertThat(notice(call("msg_1", body).knock()).hints())
        .containsExactly(Hint.somewhereIn("orders"));
  }

  @Test
  void more_records_than_are_worth_reading_one_by_one_are_the_whole_resource() {
    String events =
        IntStream.range(0, 1_001)
            .mapToObj(i -> "{\"resource\": \"orders\", \"id\": \"ord_" + i + "\"}")
            .collect(Collectors.joining(","));
    String body =
        "{\"events\": [" + events + ", {\"resource\": \"activations\", \"id\": \"act_1\"}]}";

    assertThat(notice(call("msg_1", body).knock()).hints())
        .containsExactlyInAnyOrder(Hint.somewhereIn("orders"), Hint.of("activations", "act_1"));
  }

  @Test
  void an_id_of_a_call_that_is_none_is_refused() {
    assertThat(refusal(call("msg 1", ONE).knock()))
        .isEqualTo("400 its id is not of the usual form");
  }

  @Test
  void another_api_has_its_own_headers_signature_and_words() throws IOException {
    FulfillmentDoorkeeper other =
        keeper(
            definition(
                """
                webhook:
                  timestamp: {header: X-Time, tolerance: 60}
                  signature: {header: X-Sign, prefix: "sha256=", of: "{timestamp}:{body}"}
                  resource: /type
                  record: /data/number
                  resources: {order.updated: orders}
                """));
    String body = "[{\"type\": \"order.updated\", \"data\": {\"number\": \"A 1\"}}]";
    String hex =
        HexFormat.of()
            .formatHex(
                Base64.getDecoder()
                    .decode(SignedCall.hmac(SignedCall.SECRET, "1777885200:" + body)));
    Knock knock =
        new Knock(
            Map.of("x-time", "1777885200", "x-sign", "sha256=" + hex),
            body.getBytes(StandardCharsets.UTF_8));

    assertThat(other.terms().headers()).containsExactlyInAnyOrder("x-time", "x-sign");
    Notice first = ((Verdict.Admit) other.judge(knock)).notices().get(0);
    assertThat(first.hints()).containsExactly(Hint.somewhereIn("orders"));

    Knock again =
        new Knock(
            Map.of("x-time", "1777885200", "x-sign", "sha256=00 sha256=" + hex),
            body.getBytes(StandardCharsets.UTF_8));
    Notice second = ((Verdict.Admit) other.judge(again)).notices().get(0);
    assertThat(second.key()).as("a replay with another header").isEqualTo(first.key());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\": {\"resource\": \"orders\", \"id\": \"ord_7\"}}",
        "{\"data\": [{\"resource\": \"orders\", \"id\": \"ord_7\"}]}"
      })
  void an_event_may_come_alone_or_in_a_list(String body) throws IOException {
    FulfillmentDoorkeeper other =
        keeper(
            definition(
                """
                webhook:
                  id: Webhook-Id
                  timestamp: {header: Webhook-Timestamp, tolerance: 300}
                  signature: {header: Webhook-Signature, prefix: "v1,", encoding: base64, of: "{id}.{timestamp}.{body}"}
                  events: /data
                  resource: /resource
                  record: /id
                """));

    Verdict.Admit admitted = (Verdict.Admit) other.judge(call("msg_1", body).knock());

    assertThat(admitted.notices())
        .containsExactly(new Notice("msg_1", List.of(Hint.of("orders", "ord_7"))));
  }

  @Test
  void without_a_description_of_its_calls_a_secret_is_of_no_use() throws IOException {
    Definition silent = definition("");

    assertThatThrownBy(() -> keeper(silent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the connector file has no \"webhook\"");
  }

  /** The shipped file with another description of its calls. */
  private Definition definition(String webhook) throws IOException {
    String shipped = Files.readString(Depot.SHIPPED);
    String other =
        shipped.replaceFirst("(?s)webhook:.*?\\nerrors:", webhook.replace("$", "\\$") + "errors:");
    return Definition.read(Files.writeString(directory.resolve("other.connector.yaml"), other));
  }

  private SignedCall call(String id, String body) {
    return SignedCall.of(id, clock.instant(), body);
  }

  private Notice notice(Knock knock) {
    Verdict verdict = keeper.judge(knock);
    assertThat(verdict).isInstanceOf(Verdict.Admit.class);
    return ((Verdict.Admit) verdict).notices().get(0);
  }

  private String refusal(Knock knock) {
    Verdict verdict = keeper.judge(knock);
    assertThat(verdict).isInstanceOf(Verdict.Refuse.class);
    Verdict.Refuse refused = (Verdict.Refuse) verdict;
    return refused.answer().status() + " " + refused.why();
  }
}
