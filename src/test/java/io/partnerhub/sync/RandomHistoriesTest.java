package io.partnerhub.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.mapping.DeleteRule;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/**
 * Random histories of people, workers, lost answers and deaths: what must hold holds after each.
 */
class RandomHistoriesTest {

  @Property(tries = 2500)
  void whatever_happens_in_memory_must_hold_what_must_hold(
      @ForAll History.Start start, @ForAll("histories") List<Step> steps) {
    holds(Hoard::inMemory, start, steps);
  }

  @Property(tries = 100)
  void whatever_happens_on_postgresql_must_hold_what_must_hold(
      @ForAll History.Start start, @ForAll("histories") List<Step> steps) {
    holds(Hoard::onPostgres, start, steps);
  }

  private static void holds(Function<Clock, Hoard> hoards, History.Start start, List<Step> steps) {
    History history =
        new History(hoards, start, new DeleteRule.Mark("status", "removed")).run(steps);
    history.world.rest();
    Oracle oracle = new Oracle(history);

    assertThat(oracle.faults()).isEmpty();
    Statistics.label("edits beyond any read")
        .collect(oracle.overwrittenInTheGap() > 0 ? "some" : "none");
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    List<Step.Kind> weighted =
        Arrays.stream(Step.Kind.values())
            .flatMap(k -> Collections.nCopies(k.weight, k).stream())
            .toList();
    Arbitrary<Step.Kind> kinds = Arbitraries.of(weighted);
    Arbitrary<Integer> number = Arbitraries.integers().between(0, 8);
    return Combinators.combine(kinds, number, number, number)
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(90);
  }
}
