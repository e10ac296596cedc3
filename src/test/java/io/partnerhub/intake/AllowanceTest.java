package io.partnerhub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllowanceTest {

  private static final long SECOND = 1_000_000_000;

  private long nanos = Long.MAX_VALUE - SECOND; // such a clock may begin anywhere
  private final Allowance allowance = new Allowance(3, 10, () -> nanos);

  private long let(int requests) {
    return IntStream.range(0, requests)
        .filter(
            i -> {
              boolean in = allowance.enter();
              if (in) {
                allowance.leave();
              }
              return in;
            })
        .count();
  }

  @Test
  void so_many_come_in_within_a_second_and_no_more() {
    assertThat(let(100)).isEqualTo(10);

    nanos += SECOND / 2;
    assertThat(let(100)).isEqualTo(5);
    nanos += SECOND; // over the end of the clock's numbers
    assertThat(let(100)).isEqualTo(10);
  }

  @Test
  void a_quiet_hour_is_no_reason_for_more() {
    nanos += 3_600 * SECOND;

    assertThat(let(100)).isEqualTo(10);
  }

  @Test
  void so_many_are_under_way_at_one_time_and_one_that_is_turned_away_costs_nothing() {
    assertThat(allowance.enter() && allowance.enter() && allowance.enter()).isTrue();
    assertThat(IntStream.range(0, 100).anyMatch(i -> allowance.enter())).isFalse();

    allowance.leave();

    assertThat(let(100)).isEqualTo(7);
  }
}
