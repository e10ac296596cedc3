package io.partnerhub.deadletter;

import static io.partnerhub.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.SettableClock;
import io.partnerhub.mapping.MappingSet;
import io.partnerhub.store.TestStore;
import io.partnerhub.sync.ChoiceRefused;
import io.partnerhub.sync.Chooser;
import io.partnerhub.sync.letter.Mending;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkReplaysTest {

  private static final Chooser ANN = new Chooser("ann", "it is back");

  private final SettableClock clock = new SettableClock("2026-01-31T12:00:00Z");
  private final FakeQueue queue = new FakeQueue(3);
  private final MappingSet none = MappingSet.of(List.of());
  private final Mending mending = new Mending(TestStore.empty(clock), none, system -> null);
  private final Jobs jobs = new Jobs(TestStore.jobBook(), queue, clock);
  private final DeadLetters letters = new DeadLetters(queue, mending, none, clock);
  private final BulkReplays replays =
      new BulkReplays(letters, queue, mending, jobs, new StopRule(50, 10), clock);

  @AfterEach
  void close() {
    jobs.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"state=open", "state=replaying", "state=discarded class=value"})
  void a_state_is_refused_and_never_taken_for_the_whole_queue(String filter) {
    assertThatThrownBy(() -> replays.matching(filter, 1_000, 20, ANN))
        .isInstanceOf(ChoiceRefused.class)
        .hasMessageContaining("leave state= out");
    assertThat(jobs.list()).isEmpty();
  }

  @Test
  void letters_of_a_type_that_no_mapping_names_are_counted_as_refused_and_do_not_end_a_job() {
    long job = replays.all(ANN).id();

    await().until(() -> jobs.get(job).state() != JobStatus.State.RUNNING);

    assertThat(jobs.get(job).state()).isEqualTo(JobStatus.State.DONE);
    assertThat(jobs.get(job).refused()).isEqualTo(3);
    assertThat(jobs.get(job).last()).isEqualTo(3);
  }

  @Test
  void a_type_that_only_letters_have_can_be_asked_for() {
    assertThat(letters.filter("type=partner system=salesforce").type()).isEqualTo("partner");
    assertThatThrownBy(() -> letters.filter("type=order")).hasMessageContaining("\"order\"");
    assertThatThrownBy(() -> letters.filter("system=crm")).hasMessageContaining("\"crm\"");
  }

  @Test
  void a_filter_without_a_condition_is_refused_too() {
    assertThatThrownBy(() -> replays.matching(" ", 1_000, 20, ANN))
        .isInstanceOf(ChoiceRefused.class)
        .hasMessageContaining("at least one condition");
  }
}
