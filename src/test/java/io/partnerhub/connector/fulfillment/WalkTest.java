package io.partnerhub.connector.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WalkTest {

  private static final Instant BEGUN = Instant.parse("2026-05-04T09:00:00.123456Z");

  @Test
  void a_walk_goes_on_from_its_text_whatever_the_cursor_is_made_of() {
    Walk walk = Walk.whole(BEGUN).after(3, BEGUN.minusSeconds(9), "a b\nc");

    assertThat(Walk.parse(walk.text())).isEqualTo(walk);
    assertThat(Walk.from(walk.text(), BEGUN.plusSeconds(60))).isEqualTo(walk);
  }

  @Test
  void a_walk_without_times_goes_on_as_well() {
    Walk walk = Walk.from("c1", BEGUN).after(3, null, "c2");

    assertThat(Walk.parse(walk.text())).isEqualTo(walk);
  }

  @Test
  void a_cursor_alone_begins_a_walk_through_the_rest() {
    assertThat(Walk.from("whole and part", BEGUN))
        .isEqualTo(new Walk(false, 0, null, BEGUN, "whole and part"));
    assertThat(Walk.from(null, BEGUN)).isEqualTo(Walk.whole(BEGUN));
  }
}
