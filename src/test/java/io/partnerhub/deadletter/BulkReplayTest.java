package io.partnerhub.deadletter;

import static io.partnerhub.sync.store.Letter.State.OPEN;
import static io.partnerhub.sync.store.Letter.State.REPLAYED;
import static io.partnerhub.sync.store.Letter.State.REPLAYING;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.SettableClock;
import io.partnerhub.sync.Chooser;
import io.partnerhub.sync.store.Letter;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BulkReplayTest {

  private static final StopRule HALF_OF_TEN = new StopRule(50, 10);

  private final SettableClock clock = new SettableClock("2026-01-31T12:00:00Z");

  @Test
  void so_many_a_second_until_all_are_taken_and_have_ended() {
    FakeQueue queue = new FakeQueue(5);
    BulkReplay job = job(queue, 100, 2);

    job.step();
    assertThat(queue.count(REPLAYING)).isEqualTo(2);
    queue.ends(REPLAYED);
    job.step();
    job.step();
    assertThat(job.status().state()).isEqualTo(JobStatus.State.RUNNING);
    queue.ends(REPLAYED);
    job.step();

    assertThat(job.status().state()).isEqualTo(JobStatus.State.DONE);
    assertThat(job.status().written()).isEqualTo(5);
    assertThat(queue.reasons).containsOnly("it is back (job 7)");
  }

  @Test
  void it_stops_by_itself_when_more_than_the_share_fails_again() {
    FakeQueue queue = new FakeQueue(100);
    BulkReplay job = job(queue, 100, 10);

    job.step();
    queue.ends(OPEN);
    job.step();
    job.step();

    assertThat(job.status().state()).isEqualTo(JobStatus.State.STOPPED);
    assertThat(job.status().sentence()).isEqualTo("10 of 10 failed again");
    assertThat(queue.reasons).hasSize(1);
  }

  @Test
  void it_judges_no_share_of_a_few_and_goes_on_at_just_the_share() {
    assertThat(HALF_OF_TEN.stops(0, 9)).isFalse();
    assertThat(HALF_OF_TEN.stops(5, 5)).isFalse();
    assertThat(HALF_OF_TEN.stops(4, 6)).isTrue();
  }

  @Test
  void no_more_than_asked_for_are_taken() {
    FakeQueue queue = new FakeQueue(10);
    BulkReplay job = job(queue, 3, 2);

    for (int second = 0; second < 5; second++) {
      job.step();
      queue.ends(REPLAYED);
    }

    assertThat(job.status().state()).isEqualTo(JobStatus.State.DONE);
    assertThat(queue.count(REPLAYED)).isEqualTo(3);
    assertThat(job.status().notReached()).as("of those asked for").isZero();
  }

  @Test
  void one_that_failed_again_is_not_taken_twice() {
    FakeQueue queue = new FakeQueue(3);
    BulkReplay job = job(queue, 100, 1);

    for (int second = 0; second < 6; second++) {
      job.step();
      queue.ends(OPEN);
    }

    assertThat(job.status().state()).isEqualTo(JobStatus.State.DONE);
    assertThat(job.status().failed()).isEqualTo(3);
    assertThat(queue.reasons).hasSize(3);
  }

  @Test
  void a_cancelled_one_takes_no_more() {
    FakeQueue queue = new FakeQueue(10);
    BulkReplay job = job(queue, 100, 2);

    job.step();
    job.cancel("by ann");
    job.step();

    assertThat(job.status().state()).isEqualTo(JobStatus.State.CANCELLED);
    assertThat(job.status().sentence()).isEqualTo("by ann");
    assertThat(job.status().taken()).isEqualTo(2);
    assertThat(job.status().notReached()).isEqualTo(8);
  }

  @Test
  void it_holds_back_while_very_many_are_under_way() {
    FakeQueue queue = new FakeQueue(2_500);
    BulkReplay job = job(queue, 5_000, 800);

    job.step();
    job.step();
    job.step();

    assertThat(queue.count(REPLAYING)).isEqualTo(1_000);
  }

  @Test
  void it_waits_ten_minutes_for_a_system_that_is_slow_and_no_longer() {
    FakeQueue queue = new FakeQueue(1);
    BulkReplay job = job(queue, 100, 1);
    job.step();
    job.step();
    clock.advance(Duration.ofMinutes(9));
    job.step();
    assertThat(job.status().state()).isEqualTo(JobStatus.State.RUNNING);

    clock.advance(Duration.ofMinutes(2));
    job.step();

    assertThat(job.status().state()).isEqualTo(JobStatus.State.DONE);
    assertThat(job.status().underWay()).isEqualTo(1);
  }

  @Property(tries = 200)
  void every_letter_taken_is_in_exactly_one_count(
      @ForAll @IntRange(max = 40) int letters,
      @ForAll @IntRange(min = 1, max = 50) int max,
      @ForAll @IntRange(min = 1, max = 20) int perSecond,
      @ForAll @Size(max = 20) List<@IntRange(max = 3) Integer> fates) {
    FakeQueue queue = new FakeQueue(letters);
    for (long id = 3; id <= letters; id += 3) {
      queue.cannotBeTried.add(id);
    }
    BulkReplay job = job(queue, max, perSecond);

    for (int fate : fates) {
      job.step();
      JobStatus status = job.status();
      assertThat(status.refused() + status.written() + status.failed() + status.underWay())
          .isEqualTo(status.taken());
      assertThat(status.taken()).isLessThanOrEqualTo(Math.min(max, letters));
      if (fate > 0) {
        queue.ends(List.of(OPEN, REPLAYED, Letter.State.SUPERSEDED).get(fate - 1));
      }
    }
  }

  private BulkReplay job(FakeQueue queue, int max, int perSecond) {
    BulkOrder order =
        new BulkOrder(
            Filter.ALL.waiting(),
            "",
            clock.instant(),
            max,
            perSecond,
            new Chooser("ann", "it is back"));
    return new BulkReplay(7, order, HALF_OF_TEN, queue, queue, clock);
  }
}
