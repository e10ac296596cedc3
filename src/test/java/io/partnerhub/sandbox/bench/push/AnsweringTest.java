package io.partnerhub.sandbox.bench.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.sandbox.bench.push.Answering.Span;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AnsweringTest {

  private static final int MOST = 30;

  @Property
  void what_no_call_covers_is_the_hubs(
      @ForAll @IntRange(max = MOST) int began,
      @ForAll @IntRange(max = MOST) int took,
      @ForAll @Size(max = 12) List<@IntRange(max = MOST) Integer> ends) {
    List<Span> calls = new ArrayList<>();
    for (int i = 0; i + 1 < ends.size(); i += 2) {
      calls.add(
          new Span(Math.min(ends.get(i), ends.get(i + 1)), Math.max(ends.get(i), ends.get(i + 1))));
    }
    long expected = 0;
    for (int at = began; at < began + took; at++) {
      int nanosecond = at;
      boolean covered =
          calls.stream().anyMatch(c -> c.began() <= nanosecond && nanosecond < c.ended());
      expected += covered ? 0 : 1;
    }

    assertThat(Answering.uncovered(new Span(began, began + took), calls)).isEqualTo(expected);
  }
}
