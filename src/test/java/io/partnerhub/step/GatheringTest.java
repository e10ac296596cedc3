package io.partnerhub.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GatheringTest {

  private final SettableClock clock = new SettableClock("2026-03-02T09:00:00.123456789Z");
  private final Gathering gathering = new Gathering(clock);
  private final Gathering.Turn turn = gathering.turn();

  @Test
  void writers_wait_while_a_short_read_is_under_way() {
    gathering.during(() -> assertThat(turn.mustWait()).isTrue());

    assertThat(turn.mustWait()).isFalse();
  }

  @Test
  void a_read_that_takes_long_holds_nobody_up() {
    gathering.during(
        () -> {
          clock.advance(Duration.ofSeconds(2));
          assertThat(turn.mustWait()).isFalse();
        });
  }

  @Test
  void a_read_that_finds_page_after_page_is_waited_for() {
    gathering.during(
        found -> {
          for (int page = 0; page < 4; page++) {
            found.accept(500);
            clock.advance(Duration.ofSeconds(9));
            assertThat(turn.mustWait()).isTrue();
          }
          clock.advance(Duration.ofSeconds(1));
          assertThat(turn.mustWait()).isFalse();
        });
  }

  @Test
  void an_empty_page_is_no_reason_to_wait_longer() {
    gathering.during(
        found -> {
          found.accept(0);
          clock.advance(Duration.ofSeconds(2));
          assertThat(turn.mustWait()).isFalse();
        });
  }

  @Test
  void a_read_that_found_enough_for_full_calls_holds_nobody_up() {
    gathering.during(
        found -> {
          found.accept(10_000);
          assertThat(turn.mustWait()).isTrue();
          found.accept(1);
          assertThat(turn.mustWait()).isFalse();
        });
  }

  @Test
  void another_read_under_way_still_counts_when_one_ends() {
    gathering.during(
        () -> {
          gathering.during(() -> {});
          assertThat(turn.mustWait()).isTrue();
        });
  }

  @Test
  void a_read_that_fails_has_ended_too() {
    assertThatThrownBy(
            () ->
                gathering.during(
                    () -> {
                      throw new IllegalStateException("no answer");
                    }))
        .hasMessage("no answer");

    assertThat(turn.mustWait()).isFalse();
  }

  @Test
  void reads_that_follow_one_another_do_not_keep_a_writer_waiting() {
    gathering.during(
        () -> {
          gathering.during(() -> assertThat(turn.mustWait()).isTrue());
          assertThat(turn.mustWait()).as("the first is not over").isTrue();
        });
    gathering.during(
        () -> {
          assertThat(turn.mustWait()).as("this one began later").isFalse();
          assertThat(turn.mustWait()).as("the next batch waits for it").isTrue();
        });
  }
}
