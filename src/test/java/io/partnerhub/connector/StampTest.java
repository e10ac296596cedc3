package io.partnerhub.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampTest {

  @Test
  void a_time_is_read_with_its_offset() {
    assertThat(Stamp.of("2026-03-01T10:00:00+02:00"))
        .isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-02-31T10:00:00Z",
        "2026-03-01T10:00:00",
        "+292278995-01-01T00:00:00Z",
        "-4800-01-01T00:00:00Z"
      })
  void what_is_no_time_that_a_store_has_is_none(String text) {
    assertThat(Stamp.of(text)).isNull();
  }
}
