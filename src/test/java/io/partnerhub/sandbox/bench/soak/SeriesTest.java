package io.partnerhub.sandbox.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesTest {

  private static Series series(double slack, double... samples) {
    return new Series("threads", slack, Arrays.stream(samples).boxed().toList());
  }

  @Test
  void what_goes_up_and_down_is_flat() {
    Series series = series(0, 9, 40, 50, 45, 60, 41, 50, 42, 49, 50);

    assertThat(series.first()).isEqualTo(50);
    assertThat(series.last()).isEqualTo(50);
    assertThat(series.isFlat()).isTrue();
  }

  @Test
  void what_grows_all_the_time_is_not_flat() {
    List<Double> samples = new ArrayList<>();
    IntStream.range(0, 60).forEach(i -> samples.add(100.0 + i));

    assertThat(new Series("rows", 0, samples).isFlat()).isFalse();
  }

  @Test
  void the_warm_up_does_not_make_room_for_growth() {
    double[] samples = new double[40];
    Arrays.fill(samples, 0, 4, 500);
    Arrays.fill(samples, 4, 30, 50);
    Arrays.fill(samples, 30, 40, 90);

    assertThat(series(0, samples).isFlat()).isFalse();
  }

  @Test
  void a_few_more_rows_under_way_are_no_growth_and_more_are() {
    assertThat(series(10, 0, 0, 0, 10).isFlat()).isTrue();
    assertThat(series(10, 0, 0, 0, 11).isFlat()).isFalse();
  }

  @Test
  void too_few_samples_say_so() {
    assertThatThrownBy(() -> series(1, 1, 2, 3))
        .hasMessage("threads has too few samples to tell: 3");
  }
}
