package io.partnerhub.connector.smartsheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.connector.Budget;
import io.partnerhub.connector.Pace;
import io.partnerhub.connector.Ranked;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.sandbox.sim.Operation;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.system.Connector;
import io.partnerhub.sync.system.SystemUnavailable;
import io.partnerhub.sync.system.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A simulated sheet that refuses the first request above the limit of its token. */
class BudgetKeptTest {

  private static final int LIMIT = 60;

  /** Fewer than a burst takes. */
  private static final int BURST_LIMIT = 6;

  private final Tracker tracker = new Tracker();
  private final Mapping mapping = tracker.mapping;
  private final NativeId row =
      new NativeId(tracker.europe, tracker.seed(tracker.europe, 1, 1).get(0).toString());
  private final Map<Urgency, Integer> made = new EnumMap<>(Urgency.class);
  private Connector connector;

  @AfterEach
  void stop() {
    tracker.close();
  }

  private void connect() {
    connect(LIMIT);
  }

  private void connect(int limit) {
    Pace pace =
        new Pace(
            "Smartsheet",
            new Budget(limit, Duration.ofMinutes(1), tracker.clock),
            tracker.clock,
            tracker.clock::advance);
    connector =
        new Ranked(
            new SmartsheetConnector(
                SmartsheetSettings.usual(
                    tracker.server.baseUrl() + "/2.0", Tracker.TOKEN, LIMIT, "hub-test"),
                tracker.camel.createProducerTemplate(),
                tracker.clock,
                pace),
            pace);
    tracker.controls().settings().requestsPerMinute(limit);
  }

  /** As the steps do: what the budget has no call for is not begun. */
  private void offer(Urgency urgency, Runnable calls) {
    if (connector.spentUntil(urgency).isEmpty()) {
      calls.run();
      made.merge(urgency, 1, Integer::sum);
    }
  }

  @Test
  void ten_times_the_load_is_never_refused_and_every_urgency_gets_on() {
    connect();
    connector.metadata(mapping); // learns the columns
    for (int second = 0; second < 180; second++) {
      for (int i = 0; i < 4; i++) {
        offer(Urgency.BULK, () -> connector.sweep(mapping, tracker.europe));
        offer(Urgency.NEWS, () -> connector.find(mapping, Set.of("P1")));
        offer(Urgency.CHANGE, () -> connector.read(mapping, List.of(row)));
      }
      tracker.clock.advance(Duration.ofSeconds(1));
    }

    // a refusal by the simulator would have been thrown
    assertThat(tracker.calls()).isLessThanOrEqualTo(3L * LIMIT).isGreaterThan(2L * LIMIT);
    assertThat(made.keySet()).containsExactlyInAnyOrder(Urgency.values());
  }

  @Test
  void a_burst_takes_as_long_as_the_budget_wants_and_as_few_calls_as_without() {
    int changes = 2_000;
    List<NativeId> rows =
        tracker.seed(tracker.americas, 1, changes).stream()
            .map(id -> new NativeId(tracker.americas, id.toString()))
            .toList();
    connect(BURST_LIMIT);
    connector.metadata(mapping);
    tracker.server.counters().reset();
    Instant began = tracker.clock.instant();

    for (int done = 0; done < changes; done += connector.batchSize()) {
      List<NativeId> batch = rows.subList(done, done + connector.batchSize());
      assertThat(connector.read(mapping, batch).rows()).hasSize(connector.batchSize());
      assertThat(connector.write(mapping, batch.stream().map(this::noted).toList()).outcomes())
          .allMatch(Outcome.Written.class::isInstance); // a refused call would put its rows off
    }

    assertThat(tracker.server.counters().snapshot().of(Operation.READ))
        .isEqualTo(1 + 5); // whose token it is, once
    assertThat(tracker.server.counters().snapshot().of(Operation.WRITE)).isEqualTo(4);
    assertThat(Duration.between(began, tracker.clock.instant()))
        .isBetween(Duration.ofMinutes(1), Duration.ofMinutes(4));
    assertThat(tracker.desk().rows(tracker.americas))
        .allMatch(row -> "In a burst".equals(row.cells().get("Notes")));
  }

  private Write noted(NativeId id) {
    return Tracker.update(tracker.americas, Long.parseLong(id.id()), Map.of("notes", "In a burst"));
  }

  @Test
  void cell_history_counts_ten() {
    connect();
    connector.metadata(mapping);
    long before = connector.calls().orElseThrow().used();

    connector.history(mapping, row, Set.of("phone"), Instant.EPOCH);

    assertThat(connector.calls().orElseThrow().used() - before).isGreaterThanOrEqualTo(10);
  }

  @Test
  void a_first_read_leaves_calls_for_changes() {
    connect();
    connector.metadata(mapping);
    while (connector.spentUntil(Urgency.BULK).isEmpty()) {
      connector.sweep(mapping, tracker.europe);
    }

    assertThat(connector.spentUntil(Urgency.CHANGE)).isEmpty();
    assertThat(connector.read(mapping, List.of(row)).rows()).hasSize(1);
  }

  @Test
  void retry_after_of_the_system_is_kept_beside_the_budget() {
    connect();
    connector.metadata(mapping);
    tracker.controls().settings().requestsPerMinute(1);

    SystemUnavailable refused = null;
    for (int i = 0; i < 3 && refused == null; i++) {
      try {
        connector.read(mapping, List.of(row));
      } catch (SystemUnavailable e) {
        refused = e;
      }
    }

    assertThat(refused.after()).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
  }
}
