package io.partnerhub.sandbox.bench.three;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.sandbox.bench.measure.Calls;
import io.partnerhub.sandbox.bench.measure.Heap;
import io.partnerhub.sandbox.bench.measure.Machine;
import io.partnerhub.sandbox.bench.measure.Target;
import io.partnerhub.sandbox.bench.world.Agreement;
import io.partnerhub.sandbox.bench.world.ThreeSize;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreeReportTest {

  private static final Agreement FULL = new Agreement(5, 0, List.of());

  private static List<String> missed(Calls calls, Agreement agreement, double quiet) {
    ThreeStage stage =
        new ThreeStage(ThreeStage.FIRST, 5, 1.0, Map.of("smartsheet", calls), Map.of(), agreement);
    ThreeRun run =
        new ThreeRun(
            new ThreeSize(1, 2, 2),
            stage,
            stage,
            Map.of("salesforce", 1.0, "fulfillment", quiet),
            new Heap(200, 90),
            9.0);
    return ThreeReport.of(Machine.here(), 0.1, run).targets().stream()
        .filter(target -> !target.met())
        .map(Target::promise)
        .distinct()
        .toList();
  }

  @Test
  void all_are_met_at_their_limits() {
    assertThat(missed(new Calls(9, 21, 0, 20), FULL, 2.0)).isEmpty();
  }

  @Test
  void more_writes_than_the_floor_allows_are_missed() {
    assertThat(missed(new Calls(9, 22, 0, 20), FULL, 2.0))
        .containsExactly("first sync: write calls at most 1.05 x the floor");
  }

  @Test
  void one_copy_that_differs_is_missed() {
    assertThat(missed(new Calls(9, 20, 0, 20), new Agreement(4, 1, List.of("O1 differs")), 2.0))
        .containsExactly("first sync: all systems agree");
  }

  @Test
  void a_third_call_in_a_quiet_cycle_is_missed() {
    assertThat(missed(new Calls(9, 20, 0, 20), FULL, 2.1))
        .containsExactly("a quiet cycle costs at most 2 calls a system");
  }
}
