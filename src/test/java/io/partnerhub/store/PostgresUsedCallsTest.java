package io.partnerhub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.SettableClock;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.system.Urgency;
import io.partnerhub.sync.system.UsedCalls;
import io.partnerhub.sync.system.UsedCalls.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresUsedCallsTest {

  private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00.123456Z");
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private final UsedCalls salesforce = of("one", SystemName.SALESFORCE);

  private static UsedCalls of(String hub, SystemName system) {
    return new PostgresUsedCalls(TestStore.dataSource(), hub, system);
  }

  @BeforeEach
  void empty() {
    TestStore.empty(new SettableClock("2026-03-02T09:00:00Z"));
  }

  @Test
  void what_is_kept_is_found_again_in_its_order_and_takes_the_place_of_what_was() {
    salesforce.keep(new Slice(NINE, Map.of(Urgency.NEWS, 10L)), EIGHT);
    salesforce.keep(new Slice(EIGHT, Map.of(Urgency.CHANGE, 7L, Urgency.BULK, 2L)), EIGHT);
    salesforce.keep(new Slice(NINE, Map.of(Urgency.NEWS, 20L, Urgency.BULK, 10L)), EIGHT);

    assertThat(salesforce.since(EIGHT))
        .containsExactly(
            new Slice(EIGHT, Map.of(Urgency.CHANGE, 7L, Urgency.BULK, 2L)),
            new Slice(NINE, Map.of(Urgency.NEWS, 20L, Urgency.BULK, 10L)));
    assertThat(salesforce.since(NINE)).hasSize(1);
  }

  @Test
  void what_is_out_of_the_window_is_forgotten_and_other_hubs_and_systems_are_left_alone() {
    Slice slice = new Slice(EIGHT, Map.of(Urgency.NEWS, 1L));
    UsedCalls smartsheet = of("one", SystemName.SMARTSHEET);
    UsedCalls another = of("two", SystemName.SALESFORCE);
    List.of(salesforce, smartsheet, another).forEach(calls -> calls.keep(slice, EIGHT));

    salesforce.keep(new Slice(NINE, Map.of(Urgency.NEWS, 1L)), NINE);

    assertThat(salesforce.since(Instant.EPOCH)).extracting(Slice::begin).containsExactly(NINE);
    assertThat(smartsheet.since(Instant.EPOCH)).containsExactly(slice);
    assertThat(another.since(Instant.EPOCH)).containsExactly(slice);
  }
}
