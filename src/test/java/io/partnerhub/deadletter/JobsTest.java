package io.partnerhub.deadletter;

import static io.partnerhub.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.SettableClock;
import io.partnerhub.store.TestStore;
import io.partnerhub.sync.ChoiceRefused;
import io.partnerhub.sync.Chooser;
import io.partnerhub.sync.store.Letter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Processes that share a store, each with jobs of its own. */
class JobsTest {

  private final SettableClock clock = new SettableClock("2026-01-31T12:00:00Z");
  private final FakeQueue queue = new FakeQueue(3);
  private final List<Jobs> processes = new ArrayList<>();
  private Jobs jobs;

  @BeforeEach
  void start() {
    TestStore.empty(clock);
    jobs = process();
  }

  @AfterEach
  void close() {
    processes.forEach(Jobs::close);
  }

  private Jobs process() {
    Jobs begun = new Jobs(TestStore.jobBook(), queue, clock);
    processes.add(begun);
    return begun;
  }

  @Test
  void one_runs_at_a_time_and_a_cancelled_one_makes_room() {
    long first = begin(jobs);

    assertThatThrownBy(() -> begin(jobs))
        .isInstanceOf(ChoiceRefused.class)
        .hasMessageContaining("Job " + first + " is running");
    assertThat(jobs.cancel(first, "ann").sentence()).isEqualTo("by ann");
    long second = begin(jobs);

    assertThat(jobs.list()).extracting(JobStatus::id).containsExactly(second, first);
    assertThat(jobs.get(first).state()).isEqualTo(JobStatus.State.CANCELLED);
  }

  @Test
  void it_goes_on_by_itself_until_its_end() {
    long job = begin(jobs);

    await()
        .untilAsserted(
            () -> {
              queue.ends(Letter.State.REPLAYED);
              assertThat(jobs.get(job).state()).isEqualTo(JobStatus.State.DONE);
            });
    assertThat(jobs.get(job).written()).isEqualTo(3);
    assertThat(process().get(job)).as("as any process sees it").isEqualTo(jobs.get(job));
  }

  @Test
  void one_whose_hub_is_stopped_says_what_it_did_and_how_many_it_did_not_come_to() {
    long job = begin(jobs, 1);
    await().until(() -> jobs.get(job).taken() > 0);

    jobs.close();

    JobStatus left = process().get(job);
    assertThat(left.state()).isEqualTo(JobStatus.State.INTERRUPTED);
    assertThat(left.sentence()).contains("its hub was stopped");
    assertThat(left.taken() + left.notReached()).isEqualTo(3);
    assertThat(begin(process())).isGreaterThan(job);
  }

  @Test
  void one_whose_hub_died_is_interrupted_once_it_is_silent() {
    BulkOrder order = order(1);
    JobBook book = TestStore.jobBook();
    JobStatus begun = JobStatus.begun(0, order, clock.instant());
    long job = book.begin(begun).orElseThrow();
    BulkReplay died = replay(job, order);
    died.step();
    book.keep(died.status());

    assertThatThrownBy(() -> begin(jobs)).hasMessageContaining("Job " + job + " is running");
    assertThatThrownBy(() -> jobs.cancel(job, "ann")).hasMessageContaining("another process");
    silent(Duration.ofSeconds(20));

    JobStatus left = jobs.get(job);
    assertThat(left.state()).isEqualTo(JobStatus.State.INTERRUPTED);
    assertThat(left.sentence()).contains("its hub died");
    assertThat(left.taken()).isOne();
    assertThat(left.underWay()).isOne();
    assertThat(left.notReached()).isEqualTo(2);
    assertThat(left.ended()).isEqualTo(clock.instant());
    assertThat(book.keep(died.status())).as("its own process may say so no more").isFalse();
    assertThat(begin(jobs)).isGreaterThan(job);
  }

  @Test
  void one_that_lives_is_not_ended_by_a_process_whose_clock_is_ahead() {
    long job = begin(jobs, 1);

    clock.advance(Duration.ofHours(1));

    assertThat(process().get(job).state()).isNotEqualTo(JobStatus.State.INTERRUPTED);
  }

  @Test
  void there_is_no_job_that_was_never_begun() {
    assertThatThrownBy(() -> jobs.get(0)).hasMessageContaining("There is no job 0");
  }

  /** As if nothing had been seen of any process for so long. */
  private static void silent(Duration time) {
    TestStore.jdbi()
        .useHandle(
            h ->
                h.execute(
                    "update replay_job set seen_at = seen_at - make_interval(secs => ?)",
                    time.toSeconds()));
  }

  private long begin(Jobs in) {
    return begin(in, 10);
  }

  private long begin(Jobs in, int perSecond) {
    BulkOrder order = order(perSecond);
    return in.begin(order, id -> replay(id, order)).id();
  }

  private BulkOrder order(int perSecond) {
    Chooser ann = new Chooser("ann", "it is back");
    return new BulkOrder(Filter.ALL.waiting(), "", clock.instant(), 10, perSecond, ann);
  }

  private BulkReplay replay(long id, BulkOrder order) {
    return new BulkReplay(id, order, new StopRule(50, 10), queue, queue, clock);
  }
}
