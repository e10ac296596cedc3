package io.partnerhub.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SoqlTest {

  @Test
  void quotes_and_backslashes_cannot_leave_a_literal() {
    assertThat(Soql.literal("O'Neill\\' OR Name != '"))
        .isEqualTo("'O\\'Neill\\\\\\' OR Name != \\''");
  }

  @Test
  void a_date_is_written_in_whole_seconds() {
    assertThat(Soql.literal(Instant.parse("2026-01-02T03:04:05.678Z")))
        .isEqualTo("2026-01-02T03:04:05Z");
  }

  @Test
  void a_long_list_becomes_several_addresses_that_hold_every_value_once() {
    List<String> values = IntStream.range(0, 2_000).mapToObj(i -> "key 'ä' " + i).toList();

    List<String> paths = Soql.in("/query", "SELECT Id FROM Account", "Name", values);

    assertThat(paths).hasSizeGreaterThan(1).allMatch(path -> path.length() <= Soql.MAX_URI);
    String all =
        paths.stream()
            .map(path -> URLDecoder.decode(path, StandardCharsets.UTF_8))
            .reduce("", String::concat);
    assertThat(all.split("key \\\\'ä\\\\' \\d+", -1)).hasSize(values.size() + 1);
  }

  @Test
  void an_empty_list_asks_nothing() {
    assertThat(Soql.in("/query", "SELECT Id FROM Account", "Name", List.of())).isEmpty();
  }
}
