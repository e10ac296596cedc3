package io.partnerhub.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.SettableClock;
import io.partnerhub.connector.Pace.Refusal;
import io.partnerhub.sync.CallBudget;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final Duration CYCLE = Duration.ofSeconds(20);

  private final SettableClock clock = new SettableClock("2026-03-01T08:00:00Z");

  @Test
  void what_is_used_of_the_share_can_be_told() throws InterruptedException {
    Pace tens = new Pace("The API", 70, Duration.ofSeconds(10), clock); // seven cycles a minute
    tens.take(1);
    Pace twenties = new Pace("The API", 40, CYCLE, clock); // four
    twenties.take(3);

    assertThat(tens.budget()).isEqualTo(new CallBudget(1, 10, Duration.ofSeconds(10)));
    assertThat(twenties.budget()).isEqualTo(new CallBudget(3, 10, CYCLE));
  }

  @Test
  void a_share_of_the_minute_that_is_used_up_refuses_instead_of_waiting_long()
      throws InterruptedException {
    Pace pace = new Pace("The API", 40, CYCLE, clock); // ten in each of its cycles
    pace.take(10);

    assertThat(pace.take(20))
        .contains(new Refusal("the hub's own calls per minute are used up", CYCLE));
  }

  @Test
  void a_pause_stands_until_its_end_and_a_shorter_one_does_not_shorten_it()
      throws InterruptedException {
    Pace pace = new Pace("The API", 300, CYCLE, clock);
    pace.pause(Duration.ofSeconds(60));
    pace.pause(Duration.ofSeconds(5));
    clock.advance(Duration.ofSeconds(59));

    assertThat(pace.take(1))
        .contains(new Refusal("The API asked to be left alone for a while", Duration.ofSeconds(1)));
    clock.advance(Duration.ofSeconds(1));
    assertThat(pace.take(1)).isEmpty();
  }

  @Test
  void who_is_interrupted_while_waiting_was_not_refused() throws InterruptedException {
    Pace pace = new Pace("The API", 40, CYCLE, clock);
    pace.take(10);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> pace.take(1)).isInstanceOf(InterruptedException.class);
  }
}
