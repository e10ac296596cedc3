package io.partnerhub.connector.smartsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PermitsTest {

  private static final Request READ = Request.get("sheet 1", "sheets/1");

  private final SettableClock clock = new SettableClock("2026-03-01T08:00:00Z");

  @Test
  void a_share_of_the_minute_that_is_used_up_refuses_instead_of_waiting_long() {
    Permits permits = new Permits(40, clock); // ten in each of its cycles
    permits.take(READ.weighing(10));

    assertThatThrownBy(() -> permits.take(READ.weighing(20)))
        .isInstanceOfSatisfying(
            ApiFault.class,
            f -> {
              assertThat(f.meaning()).isEqualTo(FaultClass.RATE_LIMIT);
              assertThat(f.after()).isEqualTo(Duration.ofSeconds(20));
            });
  }

  @Test
  void a_pause_stands_until_its_end_and_a_shorter_one_does_not_shorten_it() {
    Permits permits = new Permits(300, clock);
    permits.pause(Duration.ofSeconds(60));
    permits.pause(Duration.ofSeconds(5));
    clock.advance(Duration.ofSeconds(59));

    assertThatThrownBy(() -> permits.take(READ))
        .isInstanceOfSatisfying(
            ApiFault.class, f -> assertThat(f.after()).isEqualTo(Duration.ofSeconds(1)));
    clock.advance(Duration.ofSeconds(1));
    assertThatCode(() -> permits.take(READ)).doesNotThrowAnyException();
  }
}
