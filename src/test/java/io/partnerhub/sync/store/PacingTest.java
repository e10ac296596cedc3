package io.partnerhub.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PacingTest {

  private final Pacing pacing = new Pacing();
  private final Instant start = Instant.parse("2026-03-01T08:00:00Z");

  @Test
  void a_long_look_that_found_nothing_is_repeated_after_nine_times_as_long() {
    pacing.looked(start, start.plusMillis(500));

    assertThat(pacing.mayLook(start.plusMillis(4_999))).isFalse();
    assertThat(pacing.mayLook(start.plusMillis(5_000))).isTrue();
  }

  @Test
  void a_short_one_may_be_repeated_at_once() {
    pacing.looked(start, start);

    assertThat(pacing.mayLook(start)).isTrue();
  }
}
