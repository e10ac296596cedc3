package io.partnerhub.sandbox.bench.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DelayTest {

  @Test
  void ranks_are_those_of_measured_changes_in_whatever_order_they_came() {
    List<Double> hundred =
        IntStream.rangeClosed(1, 100).asDoubleStream().boxed().collect(Collectors.toList());
    Collections.reverse(hundred);

    assertThat(Delay.of(hundred)).isEqualTo(new Delay(100, 50, 95, 99, 100));
  }

  @Test
  void a_single_change_is_every_rank() {
    assertThat(Delay.of(List.of(7.5))).isEqualTo(new Delay(1, 7.5, 7.5, 7.5, 7.5));
  }
}
