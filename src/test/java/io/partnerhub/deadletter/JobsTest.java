package io.partnerhub.deadletter;

import static io.partnerhub.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.sync.ChoiceRefused;
import io.partnerhub.sync.Chooser;
import io.partnerhub.sync.Letter;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobsTest {

  private final FakeQueue queue = new FakeQueue(3);
  private final Jobs jobs = new Jobs();

  @AfterEach
  void close() {
    jobs.close();
  }

  @Test
  void one_runs_at_a_time_and_a_cancelled_one_makes_room() {
    long first = begin();

    assertThatThrownBy(this::begin)
        .isInstanceOf(ChoiceRefused.class)
        .hasMessageContaining("Job 1 is running");
    assertThat(jobs.cancel(first, "ann").sentence()).isEqualTo("by ann");
    long second = begin();

    assertThat(jobs.list()).extracting(JobStatus::id).containsExactly(second, first);
    assertThat(jobs.get(first).state()).isEqualTo(JobStatus.State.CANCELLED);
  }

  @Test
  void it_goes_on_by_itself_until_its_end() {
    long job = begin();

    await()
        .untilAsserted(
            () -> {
              queue.ends(Letter.State.REPLAYED);
              assertThat(jobs.get(job).state()).isEqualTo(JobStatus.State.DONE);
            });
    assertThat(jobs.get(job).written()).isEqualTo(3);
  }

  @Test
  void there_is_no_job_that_was_never_begun() {
    assertThatThrownBy(() -> jobs.get(9)).hasMessageContaining("There is no job 9");
  }

  private long begin() {
    Clock clock = Clock.fixed(FakeQueue.NOON, ZoneOffset.UTC);
    BulkOrder order =
        new BulkOrder(
            Filter.ALL.waiting(), "", FakeQueue.NOON, 10, 10, new Chooser("ann", "it is back"));
    return jobs.begin(id -> new BulkReplay(id, order, new StopRule(50, 10), queue, queue, clock))
        .id();
  }
}
