package io.partnerhub.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortionsTest {

  private final Portions portions = new Portions(500);

  private int afterCollisions(int times) {
    IntStream.range(0, times).forEach(i -> portions.collided("sheet"));
    return portions.of("sheet");
  }

  @Test
  void each_collision_halves_the_calls_to_its_place_alone_down_to_a_tenth() {
    assertThat(afterCollisions(1)).isEqualTo(250);
    assertThat(afterCollisions(1)).isEqualTo(125);
    assertThat(afterCollisions(1)).isEqualTo(62);
    assertThat(afterCollisions(9)).isEqualTo(50);
    assertThat(portions.of("another sheet")).isEqualTo(500);
  }

  @Test
  void each_call_that_meets_nobody_doubles_the_next_until_it_is_full() {
    afterCollisions(2);

    portions.passed("sheet");
    assertThat(portions.of("sheet")).isEqualTo(250);
    portions.passed("sheet");
    portions.passed("sheet");
    assertThat(portions.of("sheet")).isEqualTo(500);
  }
}
