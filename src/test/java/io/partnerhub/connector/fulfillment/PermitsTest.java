package io.partnerhub.connector.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.SettableClock;
import io.partnerhub.sync.CallBudget;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PermitsTest {

  private static final Request READ = Request.get("orders", "/orders");

  private final SettableClock clock = new SettableClock("2026-05-04T09:00:00Z");

  @Test
  void what_is_used_of_the_share_can_be_told() {
    Permits permits = new Permits(70, clock);
    permits.take(READ);

    assertThat(permits.budget()).isEqualTo(new CallBudget(1, 10, Duration.ofSeconds(10)));
  }

  @Test
  void a_pause_stands_until_its_end_and_a_shorter_one_does_not_shorten_it() {
    Permits permits = new Permits(6_000, clock);
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
