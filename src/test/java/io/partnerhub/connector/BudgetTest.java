package io.partnerhub.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.SettableClock;
import io.partnerhub.sync.system.CallBudget;
import io.partnerhub.sync.system.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final SettableClock clock = new SettableClock("2026-03-01T08:00:00Z");

  private record Taken(Instant at, Urgency urgency, int weight) {}

  private static int takeAll(Budget budget, Urgency urgency) {
    int taken = 0;
    while (budget.take(urgency, 1).isEmpty()) {
      taken++;
    }
    return taken;
  }

  @Test
  void what_is_copied_for_the_first_time_leaves_a_part_to_changes() {
    Budget budget = new Budget(300, MINUTE, clock);

    assertThat(takeAll(budget, Urgency.BULK)).isEqualTo(210);
    assertThat(takeAll(budget, Urgency.NEWS)).isEqualTo(60);
    assertThat(takeAll(budget, Urgency.CHANGE)).isEqualTo(30);
    assertThat(budget.now()).isEqualTo(new CallBudget(300, 300, MINUTE));
  }

  @Test
  void changes_leave_a_small_part_to_everything_else() {
    Budget budget = new Budget(300, MINUTE, clock);

    assertThat(takeAll(budget, Urgency.CHANGE)).isEqualTo(240);
    assertThat(takeAll(budget, Urgency.NEWS)).isEqualTo(30);
    assertThat(takeAll(budget, Urgency.BULK)).isEqualTo(30);
  }

  @Test
  void it_says_until_when_it_is_spent() {
    Budget budget = new Budget(10, Duration.ofHours(24), clock);
    takeAll(budget, Urgency.CHANGE);

    assertThat(budget.spentUntil(Urgency.BULK)).isEmpty();
    assertThat(budget.spentUntil(Urgency.CHANGE))
        .contains(Instant.parse("2026-03-02T08:24:00Z")); // a slice of 24 minutes and a day

    clock.advance(Duration.ofHours(24).plusMinutes(24));
    assertThat(budget.spentUntil(Urgency.CHANGE)).isEmpty();
  }

  @Test
  void a_heavy_call_counts_as_what_the_system_counts_it() {
    Budget budget = new Budget(40, MINUTE, clock);

    assertThat(budget.take(Urgency.NEWS, 10)).isEmpty();
    assertThat(budget.take(Urgency.NEWS, 10)).isEmpty();
    assertThat(budget.now().used()).isEqualTo(20);
  }

  @Test
  void a_call_that_never_fits_is_refused_for_a_whole_window_each_time() {
    assertThat(new Budget(5, MINUTE, clock).take(Urgency.CHANGE, 6)).contains(MINUTE);
  }

  /** Whatever comes and when: ten times what the budget allows, for a quarter of an hour. */
  @Property(tries = 30)
  void no_minute_has_more_than_the_limit_and_none_waits_for_ever(
      @ForAll long seed, @ForAll @IntRange(min = 40, max = 400) int limit) {
    Random random = new Random(seed);
    clock.reset();
    Budget budget = new Budget(limit, MINUTE, clock);
    List<Taken> taken = new ArrayList<>();
    long load = 15L * 10 * limit;
    for (long i = 0; i < load; i++) {
      Urgency urgency = Urgency.values()[random.nextInt(3)];
      int weight = random.nextInt(50) == 0 ? 4 : 1;
      if (budget.take(urgency, weight).isEmpty()) {
        taken.add(new Taken(clock.instant(), urgency, weight));
      }
      clock.advance(Duration.ofMillis(random.nextLong(2 * 15 * 60_000 / load)));
    }

    for (int first = 0; first < taken.size(); first++) {
      assertThat(inTheMinuteFrom(taken, first)).isLessThanOrEqualTo(limit);
    }
    Map<Urgency, Integer> each = new EnumMap<>(Urgency.class);
    taken.forEach(t -> each.merge(t.urgency(), t.weight(), Integer::sum));
    assertThat(each).allSatisfy((u, n) -> assertThat(n).isGreaterThan(5 * limit / 10));
  }

  private static int inTheMinuteFrom(List<Taken> taken, int first) {
    Instant end = taken.get(first).at().plus(MINUTE);
    int sum = 0;
    for (int i = first; i < taken.size() && taken.get(i).at().isBefore(end); i++) {
      sum += taken.get(i).weight();
    }
    return sum;
  }

  @Test
  void the_wait_it_tells_is_enough_and_no_less_is() {
    Budget budget = new Budget(100, MINUTE, clock);
    takeAll(budget, Urgency.CHANGE);
    Duration wait = budget.take(Urgency.CHANGE, 1).orElseThrow();

    clock.advance(wait.minusMillis(1));
    assertThat(budget.take(Urgency.CHANGE, 1)).contains(Duration.ofMillis(1));
    clock.advance(Duration.ofMillis(1));
    assertThat(budget.take(Urgency.CHANGE, 1)).isEqualTo(Optional.empty());
  }

  private Budget remembering(int limit, Duration window, MemoryUsedCalls kept) {
    Budget budget = new Budget(limit, window, clock);
    budget.remember(kept);
    return budget;
  }

  @Test
  void a_hub_that_is_killed_goes_on_with_no_less_than_it_used() {
    MemoryUsedCalls kept = new MemoryUsedCalls();
    Budget budget = remembering(1_000, Duration.ofHours(24), kept);
    for (int i = 0; i < 91; i++) {
      budget.take(Urgency.CHANGE, 1);
      budget.take(Urgency.BULK, 1);
    }

    Budget next = remembering(1_000, Duration.ofHours(24), kept);

    assertThat(next.now().used()).isEqualTo(200); // 182, and a few of each that were kept ahead
    assertThat(kept.kept()).isEqualTo(20);
    clock.advance(Duration.ofHours(24).plusMinutes(24));
    assertThat(next.now().used()).isZero();
  }

  @Test
  void a_hub_that_is_stopped_goes_on_with_exactly_what_it_used() {
    MemoryUsedCalls kept = new MemoryUsedCalls();
    Budget budget = remembering(1_000, Duration.ofHours(24), kept);
    budget.take(Urgency.CHANGE, 3);
    clock.advance(Duration.ofMinutes(30)); // into the next slice
    budget.take(Urgency.NEWS, 1);
    budget.settle();

    assertThat(remembering(1_000, Duration.ofHours(24), kept).now().used()).isEqualTo(4);
  }

  @Test
  void a_store_that_is_away_stops_no_call_and_learns_of_all_later() {
    MemoryUsedCalls kept = new MemoryUsedCalls();
    Budget budget = remembering(1_000, Duration.ofHours(24), kept);
    kept.away(true);
    for (int i = 0; i < 25; i++) {
      assertThat(budget.take(Urgency.CHANGE, 1)).isEmpty();
    }
    assertThat(kept.calls()).isZero();

    kept.away(false);
    takeAll(budget, Urgency.NEWS);
    assertThat(kept.calls()).isGreaterThanOrEqualTo(budget.now().used());
  }

  /** Ten times the load, and a hub that is killed every few seconds and stopped in between. */
  @Property(tries = 30)
  void no_minute_has_more_than_the_limit_across_restarts(
      @ForAll long seed, @ForAll @IntRange(min = 5, max = 400) int limit) {
    Random random = new Random(seed);
    clock.reset();
    MemoryUsedCalls kept = new MemoryUsedCalls();
    Budget budget = remembering(limit, MINUTE, kept);
    List<Taken> taken = new ArrayList<>();
    long load = 5L * 10 * limit;
    for (long i = 0; i < load; i++) {
      Urgency urgency = Urgency.values()[random.nextInt(3)];
      if (budget.take(urgency, 1).isEmpty()) {
        taken.add(new Taken(clock.instant(), urgency, 1));
      }
      if (random.nextInt(limit) == 0) {
        if (random.nextBoolean()) {
          budget.settle();
        }
        budget = remembering(limit, MINUTE, kept);
      }
      clock.advance(Duration.ofMillis(random.nextLong(2 * 5 * 60_000 / load)));
    }

    for (int first = 0; first < taken.size(); first++) {
      assertThat(inTheMinuteFrom(taken, first)).isLessThanOrEqualTo(limit);
    }
    assertThat(taken.size()).isGreaterThan(2 * limit);
  }
}
