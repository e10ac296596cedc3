package io.partnerhub.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Origin;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
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
