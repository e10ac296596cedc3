package io.partnerhub.sandbox.bench.first;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.sandbox.bench.measure.Calls;
import io.partnerhub.sandbox.bench.measure.Heap;
import io.partnerhub.sandbox.bench.measure.Processor;
import io.partnerhub.sandbox.bench.measure.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromisesTest {

  private static final Calls NONE = new Calls(4, 0, 0, 0);

  private static Run run(int partners, double seconds, Calls smartsheet) {
    return run(partners, 0, seconds, smartsheet);
  }

  private static Run run(int partners, long aCall, double seconds, Calls smartsheet) {
    Processor processor = new Processor(2.5, 1.5, 1.0);
    Baseline.Of baseline = new Baseline.Of(1.0, processor);
    Stage stage = new Stage(Stage.FIRST, partners, seconds, processor, baseline, NONE, smartsheet);
    return new Run(
        partners, 1, aCall, stage, stage, new Quiet(1, 2), 4.9, 3.0, new Heap(200, 90), 9.0);
  }

  private static List<String> missed(Run... runs) {
    return Promises.of(List.of(runs)).stream()
        .filter(target -> !target.met())
        .map(Target::promise)
        .toList();
  }

  @Test
  void all_are_met_at_their_limits() {
    Calls floor = new Calls(9, 21, 0, 20);

    assertThat(missed(run(10_000, 2.0, floor), run(100_000, 24.0, floor))).isEmpty();
  }

  @Test
  void more_writes_than_the_floor_allows_are_missed() {
    assertThat(missed(run(1_000, 1.0, new Calls(9, 22, 0, 20))))
        .containsExactly("write calls at most 1.05 x the floor");
  }

  @Test
  void a_write_where_none_is_needed_is_missed() {
    assertThat(missed(run(1_000, 1.0, new Calls(9, 1, 0, 0))))
        .containsExactly("write calls at most 1.05 x the floor");
  }

  @Test
  void time_is_judged_at_10000_alone() {
    assertThat(missed(run(1_000, 2.1, NONE))).isEmpty();
    assertThat(missed(run(10_000, 2.1, NONE)))
        .hasSize(2)
        .allMatch(promise -> promise.endsWith("of 10,000 in at most 2 x the baseline"));
  }

  @Test
  void time_with_calls_elsewhere_is_judged_by_itself_and_never_as_growth() {
    assertThat(missed(run(10_000, 100, 2.1, NONE), run(100_000, 99.0, NONE)))
        .containsOnly("first sync of 10,000, 100 ms a call in at most 2 x the baseline");
  }

  @Test
  void growth_is_judged_between_10000_and_100000() {
    assertThat(missed(run(10_000, 1.0, NONE), run(100_000, 12.1, NONE)))
        .hasSize(2)
        .allMatch(promise -> promise.endsWith("of 100,000 in at most 12 x the time of 10,000"));
  }
}
