package io.partnerhub.store;

import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Hold;
import io.partnerhub.sync.Origin;
import io.partnerhub.sync.Wish;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonColumnsTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Property(tries = 300)
  void origins_are_read_as_they_were_written_whatever_their_texts_hold(
      @ForAll("origins") Map<String, Origin> origins) throws Exception {
    String json = JsonColumns.originsAsJson(new TreeMap<>(origins));

    assertThat(MAPPER.readTree(json).isArray()).isTrue();
    assertThat(JsonColumns.origins(json)).isEqualTo(origins);
  }

  @Property(tries = 300)
  void holds_are_read_as_they_were_written_whatever_their_texts_hold(
      @ForAll("holds") Map<String, Hold> held) {
    assertThat(JsonColumns.held(JsonColumns.heldAsJson(held))).isEqualTo(held);
  }

  @Example
  void of_a_hold_that_an_older_hub_kept_any_text_may_be_unreadable() {
    Map<String, Hold> held =
        JsonColumns.held(
            """
            {"email": {"why": "UNREADABLE", "agreed": "a@x.org", "since": null,
             "sentence": "\\"ask Bob\\" is no e-mail address",
             "candidates": {"salesforce": "b@x.org", "smartsheet": "ask Bob"}},
             "phone": {"why": "CONFLICT", "agreed": "1", "sentence": "differs",
             "candidates": {"smartsheet": null}}}""");

    Hold email = held.get("email");
    assertThat(email.agreed()).isEqualTo("a@x.org");
    assertThat(email.sentence()).isEqualTo("\"ask Bob\" is no e-mail address");
    assertThat(email.candidates()).isEqualTo(Map.of(SALESFORCE, "b@x.org", SMARTSHEET, "ask Bob"));
    assertThat(email.isUnreadableIn(SALESFORCE) && email.isUnreadableIn(SMARTSHEET)).isTrue();
    assertThat(held.get("phone").wishes())
        .isEqualTo(Map.of(SMARTSHEET, new Wish(null, null, "1", null)));
  }

  @Property(tries = 300)
  void texts_are_read_as_they_were_written(@ForAll("texts") Map<String, String> texts)
      throws Exception {
    String json = Json.object(texts);

    assertThat(MAPPER.readValue(json, new TypeReference<Map<String, String>>() {}))
        .isEqualTo(texts);
    assertThat(Json.texts(json)).isEqualTo(texts);
  }

  @Provide
  Arbitrary<Map<String, Origin>> origins() {
    Arbitrary<Instant> moments =
        Arbitraries.longs().between(0, 1L << 42).map(Instant::ofEpochMilli);
    Arbitrary<Origin> origins =
        Combinators.combine(
                Arbitraries.of("salesforce", "smartsheet"),
                Arbitraries.longs().between(0, Long.MAX_VALUE),
                text(),
                moments,
                moments)
            .as(
                (system, reading, rule, from, until) ->
                    new Origin(new SystemName(system), reading, rule, from, until));
    return Arbitraries.maps(text(), origins).ofMaxSize(6);
  }

  @Provide
  Arbitrary<Map<String, Hold>> holds() {
    Arbitrary<String> texts = text().injectNull(0.2);
    Arbitrary<Wish> wishes =
        Combinators.combine(texts, texts, texts, texts, origins().map(JsonColumnsTest::anyOf))
            .as(
                (value, unreadable, base, shown, origin) ->
                    new Wish(value, unreadable, base, shown, origin.orElse(null)));
    Arbitrary<Hold> holds =
        Combinators.combine(Arbitraries.of(Hold.Why.values()), texts, text(), wishes)
            .as(
                (why, agreed, sentence, wish) ->
                    new Hold(why, agreed, Map.of(), sentence, null)
                        .with(SALESFORCE, ofSystem(wish, SALESFORCE))
                        .with(SMARTSHEET, ofSystem(wish, SMARTSHEET)));
    return Arbitraries.maps(text(), holds).ofMaxSize(3);
  }

  private static Optional<Origin> anyOf(Map<String, Origin> origins) {
    return origins.values().stream().findFirst();
  }

  private static Wish ofSystem(Wish wish, SystemName system) {
    Origin o = wish.origin();
    Origin its =
        o == null ? null : new Origin(system, o.reading(), o.rule(), o.notBefore(), o.notAfter());
    return new Wish(wish.value(), wish.unreadable(), wish.base(), wish.shown(), its);
  }

  @Provide
  Arbitrary<Map<String, String>> texts() {
    return Arbitraries.maps(text(), text()).ofMaxSize(6);
  }

  /** With quotes, backslashes, controls and letters beyond ASCII. */
  private static Arbitrary<String> text() {
    return Arbitraries.strings()
        .withChars("ab\"\\/'\n\t\u0001\u001f\u007fäß€")
        .withChars(' ', '[', ']', '{', '}', ',', ':')
        .ofMaxLength(8);
  }
}
