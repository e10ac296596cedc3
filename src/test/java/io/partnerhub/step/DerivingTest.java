package io.partnerhub.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.SettableClock;
import io.partnerhub.model.RecordType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DerivingTest {

  private static final RecordType PARTNER = new RecordType("partner");
  private static final RecordType ORDER = new RecordType("order");

  private final SettableClock clock = new SettableClock("2026-03-02T09:00:00.123456789Z");
  private final Deriving deriving = new Deriving(clock);

  @Test
  void a_type_waits_while_its_derived_fields_are_worked_out_and_no_other_does() {
    deriving.during(
        PARTNER,
        () -> {
          assertThat(deriving.turn(PARTNER).mustWait()).isTrue();
          assertThat(deriving.turn(ORDER).mustWait()).isFalse();
        });

    assertThat(deriving.turn(PARTNER).mustWait()).isFalse();
  }

  @Test
  void what_takes_long_to_work_out_holds_nobody_up() {
    deriving.during(
        PARTNER,
        () -> {
          clock.advance(Duration.ofMinutes(1));
          assertThat(deriving.turn(PARTNER).mustWait()).isFalse();
        });
  }
}
