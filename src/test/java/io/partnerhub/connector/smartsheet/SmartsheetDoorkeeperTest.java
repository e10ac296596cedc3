package io.partnerhub.connector.smartsheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.SettableClock;
import io.partnerhub.intake.Knock;
import io.partnerhub.intake.Subscription;
import io.partnerhub.intake.Subscriptions;
import io.partnerhub.intake.Verdict;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.system.Hint;
import io.partnerhub.sync.system.Notice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmartsheetDoorkeeperTest {

  private final SettableClock clock = new SettableClock("2026-03-01T08:00:00Z");
  private final Subscription made =
      Subscription.made(SystemName.SMARTSHEET, "77", "5", "first", clock.instant());
  private Subscription kept = made;
  private final SmartsheetDoorkeeper keeper =
      new SmartsheetDoorkeeper(
          new Subscriptions() {
            @Override
            public List<Subscription> of(SystemName system) {
              if (kept == null) {
                throw new IllegalStateException("no connection to the store");
              }
              return List.of(kept);
            }

            @Override
            public void keep(Subscription subscription) {
              kept = subscription;
            }

            @Override
            public void forget(SystemName system, String id) {}
          },
          "hub-1",
          clock);

  private Verdict judged(String secret, String events) throws Exception {
    return judgedWhole(secret, "{\"nonce\":\"n\",\"webhookId\":5,\"events\":[" + events + "]}");
  }

  private Verdict judgedWhole(String secret, String text) throws Exception {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return keeper.judge(new Knock(Map.of("smartsheet-hmac-sha256", sign(secret, body)), body));
  }

  private static String sign(String secret, byte[] body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(body));
  }

  private static List<Hint> hints(Verdict verdict) {
    return ((Verdict.Admit) verdict).notices().get(0).hints();
  }

  private static int status(Verdict verdict) {
    return verdict instanceof Verdict.Refuse refused
        ? refused.answer().status()
        : ((Verdict.Admit) verdict).answer().status();
  }

  private static String row(String event, long id, String agent) {
    return "{\"objectType\":\"row\",\"eventType\":\"%s\",\"id\":%d,\"changeAgent\":\"%s\"}"
        .formatted(event, id, agent);
  }

  @Test
  void rows_that_changed_or_went_are_hints_about_them() throws Exception {
    String cell = "{\"objectType\":\"cell\",\"eventType\":\"updated\",\"rowId\":8,\"columnId\":1}";

    assertThat(hints(judged("first", row("deleted", 9, "") + "," + cell + "," + cell)))
        .containsExactly(Hint.of("77", "9"), Hint.of("77", "8"));
    assertThat(hints(judged("first", row("updated", 9, "") + "," + row("deleted", 9, ""))))
        .containsExactly(Hint.of("77", "9"));
  }

  @Test
  void a_store_that_is_away_is_told_so_that_it_is_sent_again() throws Exception {
    kept = null;

    Verdict.Refuse refused = (Verdict.Refuse) judged("first", "");

    assertThat(refused.answer().status()).isEqualTo(503);
    assertThat(refused.answer().headers()).containsEntry("Retry-After", "10");
  }

  @Test
  void what_is_about_no_row_is_a_hint_about_the_sheet() throws Exception {
    String column = "{\"objectType\":\"column\",\"eventType\":\"updated\",\"id\":5}";

    assertThat(hints(judged("first", column + "," + row("updated", 8, ""))))
        .containsExactly(Hint.somewhereIn("77"));
    assertThat(hints(judged("first", ""))).isEmpty();
  }

  @Test
  void that_the_sheet_was_updated_says_nothing_where_rows_are_named() throws Exception {
    String sheet = "{\"objectType\":\"sheet\",\"eventType\":\"updated\",\"id\":77}";

    assertThat(hints(judged("first", sheet + "," + row("updated", 8, ""))))
        .containsExactly(Hint.of("77", "8"));
    assertThat(hints(judged("first", sheet + "," + row("deleted", 9, ""))))
        .containsExactly(Hint.of("77", "9"));
    assertThat(hints(judged("first", sheet))).containsExactly(Hint.somewhereIn("77"));
  }

  @Test
  void more_rows_than_one_call_reads_are_a_hint_about_the_sheet() throws Exception {
    IntFunction<String> rows =
        many ->
            LongStream.rangeClosed(1, many)
                .mapToObj(id -> row("updated", id, ""))
                .collect(Collectors.joining(","));

    assertThat(hints(judged("first", rows.apply(400))))
        .hasSize(400)
        .doesNotContain(Hint.somewhereIn("77"));
    assertThat(hints(judged("first", rows.apply(401)))).containsExactly(Hint.somewhereIn("77"));
  }

  @Test
  void only_a_row_that_the_hub_alone_changed_is_its_own() throws Exception {
    String own = row("updated", 8, "x, hub-1");

    assertThat(hints(judged("first", own + "," + row("updated", 9, "hub-12"))))
        .containsExactly(new Hint("77", "8", true), Hint.of("77", "9"));
    assertThat(hints(judged("first", own + "," + row("updated", 8, ""))))
        .containsExactly(Hint.of("77", "8"));
  }

  @Test
  void the_old_secret_stays_good_for_ten_minutes() throws Exception {
    kept = made.renewed("second", clock.instant());

    assertThat(status(judged("first", ""))).isEqualTo(200);
    assertThat(status(judged("second", ""))).isEqualTo(200);
    clock.advance(Duration.ofMinutes(10));
    assertThat(status(judged("first", ""))).isEqualTo(401);
    assertThat(status(judged("second", ""))).isEqualTo(200);
  }

  @Test
  void a_challenge_that_would_end_a_header_is_not_echoed() {
    Knock split = new Knock(Map.of("smartsheet-hook-challenge", "a\r\nX: y"), new byte[0]);
    Knock good = new Knock(Map.of("smartsheet-hook-challenge", "a-1"), new byte[0]);

    assertThat(status(keeper.judge(split))).isEqualTo(400);
    assertThat(((Verdict.Admit) keeper.judge(good)).answer().headers())
        .containsEntry("Smartsheet-Hook-Response", "a-1");
  }

  @Test
  void the_signature_is_of_the_bytes_as_they_came() throws Exception {
    String spaced =
        "{ \"webhookId\" : 5,\n\t\"nonce\":\"\\u006e\", \"events\": [ ] , \"of\": \"Köln\" }\r\n";
    byte[] body = spaced.getBytes(StandardCharsets.UTF_8);
    String signature = sign("first", body);

    assertThat(status(judgedWhole("first", spaced))).isEqualTo(200);
    for (byte[] other :
        List.of(
            spaced.strip().getBytes(StandardCharsets.UTF_8),
            spaced.getBytes(StandardCharsets.ISO_8859_1))) {
      Knock knock = new Knock(Map.of("smartsheet-hmac-sha256", signature), other);
      assertThat(status(keeper.judge(knock))).isEqualTo(401);
    }
  }

  @Test
  void one_that_is_sent_again_is_known_by_its_nonce() throws Exception {
    String callback = "{\"nonce\":\"%s\",\"webhookId\":5,\"events\":[]}";

    assertThat(judgedWhole("first", callback.formatted("a-1")))
        .isEqualTo(judgedWhole("first", callback.formatted("a-1")))
        .isEqualTo(new Verdict.Admit("smartsheet/77", List.of(new Notice("a-1", List.of()))));
    assertThat(judgedWhole("first", callback.formatted("a-2")))
        .isNotEqualTo(judgedWhole("first", callback.formatted("a-1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "\"text\"",
        "<x/>",
        "{\"nonce\":\"n\",\"webhookId\":5,\"events\":1e-99999999999}",
        "{\"webhookId\":5,\"events\":[]}",
        "{\"nonce\":\"\",\"webhookId\":5,\"events\":[]}",
        "{\"nonce\":\"a b\",\"webhookId\":5,\"events\":[]}",
        "{\"nonce\":\"n\",\"events\":[]}",
        "{\"nonce\":\"n\",\"webhookId\":6,\"events\":[]}"
      })
  void what_is_signed_and_no_callback_of_its_webhook_is_refused(String body) throws Exception {
    assertThat(status(judgedWhole("first", body))).isEqualTo(400);
  }

  @Test
  void what_nobody_signed_is_refused_whatever_number_stands_in_it() throws Exception {
    byte[] body = "{\"webhookId\":1e-99999999999}".getBytes(StandardCharsets.UTF_8);

    Verdict verdict = keeper.judge(new Knock(Map.of("smartsheet-hmac-sha256", "00"), body));

    assertThat(status(verdict)).isEqualTo(401);
  }

  @Test
  void JSON_that_is_nested_without_end_is_refused() throws Exception {
    assertThat(status(judged("first", "[".repeat(100_000) + "]".repeat(100_000)))).isEqualTo(400);
  }

  /** Another 2xx, or a 3xx, would disable the webhook; a 410 would lose the callback. */
  @Property(tries = 300)
  void whatever_comes_is_answered_by_200_or_by_what_is_sent_again(
      @ForAll @StringLength(max = 60) String text,
      @ForAll boolean signed,
      @ForAll("headers") Map<String, String> headers,
      @ForAll("frames") String frame)
      throws Exception {
    byte[] body = frame.formatted(text).getBytes(StandardCharsets.UTF_8);
    Map<String, String> all = new HashMap<>(headers);
    if (signed) {
      all.put("smartsheet-hmac-sha256", sign("first", body));
    }

    Verdict verdict = keeper.judge(new Knock(all, body));

    int status = status(verdict);
    assertThat(status == 200 || status >= 400 && status != 410).as("%s", status).isTrue();
    if (!signed && verdict instanceof Verdict.Admit admitted) {
      assertThat(admitted.notices()).as("what nobody signed is never stored").isEmpty();
    }
  }

  @Provide
  Arbitrary<Map<String, String>> headers() {
    Arbitrary<String> values =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(300), Arbitraries.of("a-1", "", "0".repeat(64)));
    return Arbitraries.maps(
            Arbitraries.of("smartsheet-hook-challenge", "smartsheet-hmac-sha256"), values)
        .ofMaxSize(2);
  }

  @Provide
  Arbitrary<String> frames() {
    return Arbitraries.of(
        "%s",
        "{\"nonce\":\"%s\",\"webhookId\":5,\"events\":[]}",
        "{\"nonce\":\"n\",\"webhookId\":5,\"newWebhookStatus\":\"%s\"}",
        "{\"nonce\":\"n\",\"webhookId\":5,\"events\":\"%s\"}",
        "{\"nonce\":\"n\",\"webhookId\":5,\"events\":[{\"objectType\":\"row\",\"eventType\":\"%s\"}]}",
        "{\"nonce\":\"n\",\"webhookId\":5,\"events\":[1,null,[],{\"id\":\"%s\"}]}");
  }
}
