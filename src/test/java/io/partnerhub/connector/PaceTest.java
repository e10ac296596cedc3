package io.partnerhub.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.partnerhub.SettableClock;
import io.partnerhub.connector.Pace.Refusal;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.system.CallBudget;
import io.partnerhub.sync.system.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final SettableClock clock = new SettableClock("2026-03-01T08:00:00Z");
  private final List<Duration> slept = new ArrayList<>();

  private Pace pace(int calls, Duration window) {
    return new Pace(
        "The API",
        new Budget(calls, window, clock),
        clock,
        wait -> {
          slept.add(wait);
          clock.advance(wait);
        });
  }

  private Optional<Refusal> call(Pace pace, int weight) throws InterruptedException {
    Optional<Refusal> refusal = pace.take(weight);
    if (refusal.isEmpty()) {
      pace.done();
    }
    return refusal;
  }

  @Test
  void what_is_used_of_the_share_can_be_told() throws InterruptedException {
    Pace pace = pace(70, MINUTE);
    call(pace, 3);

    assertThat(pace.budget()).isEqualTo(new CallBudget(3, 70, MINUTE));
  }

  @Test
  void a_share_of_the_minute_that_is_used_up_makes_a_call_wait_for_its_turn()
      throws InterruptedException {
    Pace pace = pace(40, MINUTE);
    for (int i = 0; i < 36; i++) { // the last four are for what is copied for the first time
      assertThat(call(pace, 1)).isEmpty();
    }
    assertThat(slept).isEmpty();

    assertThat(call(pace, 1)).isEmpty();

    assertThat(slept).containsExactly(MINUTE.plusSeconds(1));
  }

  @Test
  void a_call_whose_turn_comes_too_late_is_not_made() throws InterruptedException {
    Pace pace = pace(40, MINUTE);
    for (int i = 0; i < 36; i++) {
      call(pace, 1);
    }

    Optional<Refusal> refusal = pace.until(clock.instant().plus(MINUTE), () -> late(pace));

    assertThat(refusal).map(Refusal::code).contains("NOT_SENT");
    assertThat(pace.budget().used()).isZero();
    assertThat(call(pace, 1)).isEmpty();
  }

  private Optional<Refusal> late(Pace pace) {
    try {
      return call(pace, 1);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_share_of_the_day_that_is_used_up_refuses_and_says_until_when()
      throws InterruptedException {
    Pace pace = pace(10, Duration.ofHours(24));
    for (int i = 0; i < 9; i++) {
      call(pace, 1);
    }

    Refusal refusal = call(pace, 1).orElseThrow();

    assertThat(refusal.kind()).isEqualTo(ReasonClass.BUDGET);
    assertThat(refusal.code()).isEqualTo(CallBudget.SPENT);
    assertThat(refusal.why()).contains("used up until 2026-03-02T08:24:00Z");
    assertThat(refusal.after()).isEqualTo(Duration.ofMinutes(24 * 60 + 24));
    assertThat(pace.spentUntil(Urgency.NEWS)).contains(Instant.parse("2026-03-02T08:24:00Z"));
    assertThat(pace.during(Urgency.BULK, () -> take(pace))).isEmpty();
  }

  private static Optional<Refusal> take(Pace pace) {
    try {
      return pace.take(1);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_pause_stands_until_its_end_and_a_shorter_one_does_not_shorten_it()
      throws InterruptedException {
    Pace pace = pace(300, MINUTE);
    pace.pause(Duration.ofSeconds(60));
    pace.pause(Duration.ofSeconds(5));
    clock.advance(Duration.ofSeconds(59));

    assertThat(call(pace, 1))
        .contains(
            new Refusal(
                ReasonClass.RATE_LIMIT,
                "NOT_SENT",
                "The API asked to be left alone for a while",
                Duration.ofSeconds(1)));
    clock.advance(Duration.ofSeconds(1));
    assertThat(call(pace, 1)).isEmpty();
  }

  @Test
  void who_is_interrupted_while_waiting_was_not_refused() throws InterruptedException {
    Pace pace = Pace.perMinute("The API", 40, clock);
    for (int i = 0; i < 36; i++) {
      call(pace, 1);
    }
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> pace.take(1)).isInstanceOf(InterruptedException.class);
  }

  /** Resilience4j's own default refuses at once, and allows 25. */
  @Test
  void a_fifth_call_at_once_waits_for_one_of_the_four_to_end() throws Exception {
    assertThat(BulkheadConfig.ofDefaults().getMaxWaitDuration()).isZero();
    Pace pace = pace(300, MINUTE);
    for (int i = 0; i < 4; i++) {
      pace.take(1);
    }
    CountDownLatch made = new CountDownLatch(1);
    Thread fifth =
        new Thread(
            () -> {
              assertThat(take(pace)).isEmpty();
              made.countDown();
            });
    fifth.start();
    assertThat(made.await(20, TimeUnit.MILLISECONDS)).isFalse();

    pace.done();

    assertThat(made.await(60, TimeUnit.SECONDS)).isTrue();
    fifth.join();
  }

  @Test
  void a_call_that_is_refused_takes_no_place() throws InterruptedException {
    Pace pace = pace(300, MINUTE);
    pace.pause(Duration.ofSeconds(1));
    for (int i = 0; i < 10; i++) {
      assertThat(pace.take(1)).isPresent();
    }
    clock.advance(Duration.ofSeconds(1));

    assertThat(pace.take(1)).isEmpty();
  }
}
