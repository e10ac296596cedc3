package io.partnerhub.cli;

import static io.partnerhub.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UntilStoppedTest {

  private final List<String> happened = new ArrayList<>();
  private final UntilStopped<String> running =
      UntilStopped.start(() -> "it", it -> happened.add(it + " ends"));
  private final Thread stop = new Thread(running::stop);

  /** Until it waits for what is under way. */
  private void stopAmid() {
    stop.start();
    await().until(() -> stop.getState() == Thread.State.BLOCKED);
  }

  @Test
  void a_stop_waits_for_the_rest_of_a_start_and_ends_all_of_it() throws Exception {
    running.then(
        it -> {
          stopAmid();
          happened.add(it + " has started");
        });
    stop.join();

    assertThat(happened).containsExactly("it has started", "it ends");
  }

  @Test
  void what_fails_because_it_is_stopped_is_no_defect() throws Exception {
    assertThatThrownBy(
            () ->
                running.then(
                    it -> {
                      stopAmid();
                      throw new IllegalStateException("no start while Java stops");
                    }))
        .isInstanceOfSatisfying(
            CommandFailure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.INTERRUPTED));
    stop.join();
  }

  @Test
  void nothing_more_is_started_after_a_stop() {
    running.stop();

    assertThatThrownBy(() -> running.then(happened::add)).isInstanceOf(CommandFailure.class);
    assertThat(happened).containsExactly("it ends");
  }

  @Test
  void what_fails_by_itself_says_so() {
    assertThatThrownBy(
            () ->
                running.then(
                    it -> {
                      throw new IllegalStateException("no route " + it);
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no route it");
  }
}
