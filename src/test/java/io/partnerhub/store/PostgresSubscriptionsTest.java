package io.partnerhub.store;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.SettableClock;
import io.partnerhub.intake.Subscription;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresSubscriptionsTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Subscription MADE =
      Subscription.made(SMARTSHEET, "4711", "1", "first", MONDAY);

  private final PostgresSubscriptions subscriptions =
      new PostgresSubscriptions(TestStore.dataSource());

  @BeforeEach
  void empty() {
    TestStore.empty(new SettableClock("2026-03-02T09:00:00Z"));
  }

  @Test
  void one_is_kept_as_it_is_at_every_step_of_a_renewal() {
    Subscription renewed = MADE.beingRenewed().renewed("second", MONDAY.plusSeconds(60));
    for (Subscription step : new Subscription[] {MADE, MADE.beingRenewed(), renewed}) {
      subscriptions.keep(step);
      assertThat(subscriptions.of(SMARTSHEET)).containsExactly(step);
    }
    assertThat(renewed.before()).isEqualTo("first");
  }

  @Test
  void a_place_has_one_and_a_new_one_takes_its_turn() {
    subscriptions.keep(MADE);
    Subscription other = Subscription.made(SMARTSHEET, "4711", "2", "other", MONDAY);
    Subscription elsewhere = Subscription.made(SMARTSHEET, "4712", "3", "third", MONDAY);
    subscriptions.keep(other);
    subscriptions.keep(elsewhere);

    assertThat(subscriptions.of(SMARTSHEET)).containsExactly(other, elsewhere);
    assertThat(subscriptions.of(FULFILLMENT)).isEmpty();
  }

  @Test
  void a_forgotten_one_is_gone_and_its_namesake_in_another_system_is_not() {
    subscriptions.keep(MADE);
    subscriptions.keep(Subscription.made(FULFILLMENT, "orders", "1", "theirs", MONDAY));

    subscriptions.forget(SMARTSHEET, "1");

    assertThat(subscriptions.of(SMARTSHEET)).isEmpty();
    assertThat(subscriptions.of(FULFILLMENT)).hasSize(1);
  }
}
