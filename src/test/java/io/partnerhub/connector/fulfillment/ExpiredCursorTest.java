package io.partnerhub.connector.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.fulfillment.Resource;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.store.TestStore;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.held.Guard;
import io.partnerhub.sync.merge.Merge;
import io.partnerhub.sync.merge.Tolerances;
import io.partnerhub.sync.read.Cycle;
import io.partnerhub.sync.read.Intake;
import io.partnerhub.sync.read.Pull;
import io.partnerhub.sync.store.Stop;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.SystemUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hub that was away for longer than its cursor is good: everything is read again, in pages. */
class ExpiredCursorTest {

  private static final int ORDERS = 1_100;

  private final Depot depot = new Depot();
  private final FulfillmentConnector connector = depot.connector();
  private final Store store = TestStore.empty(depot.clock);
  private final Pull pull = pull();

  @BeforeEach
  void everythingIsReadOnce() {
    depot.seed(1, ORDERS);
    poll(rows -> {});
    depot.clock.advance(Duration.ofDays(40));
  }

  @AfterEach
  void stop() {
    depot.close();
  }

  private Pull pull() {
    Merge merge =
        new Merge(Depot.ORDERS, new Tolerances(Duration.ofSeconds(2), Duration.ofSeconds(30)));
    Intake intake = new Intake(store, Depot.ORDERS, merge, Guard.USUAL);
    return new Pull(store, Depot.ORDERS, connector, intake, merge);
  }

  private void poll(IntConsumer found) {
    depot.clock.advance(Duration.ofSeconds(30));
    new Cycle(store, connector, List.of(pull)).run(found);
  }

  private void poll() {
    poll(rows -> {});
  }

  /** The call behind this page of the poll gets no answer. */
  private void pollThatEndsAfter(int page) {
    int[] pages = {0};
    IntConsumer breaksOff =
        rows -> {
          if (++pages[0] == page) {
            depot.fault("GET", "/orders", new Fault.CutBefore());
          }
        };
    assertThatThrownBy(() -> poll(breaksOff)).isInstanceOf(SystemUnavailable.class);
  }

  private Replica copy(String number) {
    return store.inTransaction(
        Depot.ORDERS.type(),
        tx ->
            tx
                .known(SystemName.FULFILLMENT, Set.of("orders"), Set.of(), Set.of(number))
                .dossiers()
                .values()
                .stream()
                .map(dossier -> dossier.replica(SystemName.FULFILLMENT))
                .findFirst()
                .orElseThrow());
  }

  private Checkpoint checkpoint() {
    return store.checkpoints(Depot.ORDERS.type(), SystemName.FULFILLMENT, List.of("orders")).get(0);
  }

  private void deleteWithoutATrace(String... numbers) {
    for (String number : numbers) {
      depot.warehouse().delete(Resource.ORDERS, number);
    }
    depot.warehouse().expireCursors();
  }

  private void edit(int from, int to) {
    for (int n = from; n <= to; n++) {
      depot.warehouse().edit(Resource.ORDERS, "O" + n, Map.of("notes", "edited"));
    }
  }

  @Test
  void what_was_deleted_is_found() {
    deleteWithoutATrace("O7", "O900");

    poll();

    assertThat(copy("O7").state()).isEqualTo(Replica.State.GONE);
    assertThat(copy("O900").state()).isEqualTo(Replica.State.GONE);
    assertThat(copy("O8").state()).isEqualTo(Replica.State.LINKED);
  }

  @Test
  void what_was_deleted_is_found_though_the_read_is_broken_off_and_goes_on() {
    deleteWithoutATrace("O7", "O900");

    pollThatEndsAfter(1);
    pollThatEndsAfter(1);
    assertThat(copy("O7").state()).isEqualTo(Replica.State.LINKED);
    poll();

    assertThat(copy("O7").state()).isEqualTo(Replica.State.GONE);
    assertThat(copy("O900").state()).isEqualTo(Replica.State.GONE);
  }

  @Test
  void what_was_deleted_is_found_though_another_order_is_counted_twice() {
    deleteWithoutATrace("O7");

    pollThatEndsAfter(1);
    edit(1, 1);
    poll();

    assertThat(copy("O7").state()).isEqualTo(Replica.State.GONE);
  }

  @Test
  void what_was_deleted_is_found_though_the_comparison_of_ids_fails_at_first() {
    deleteWithoutATrace("O7");

    pollThatEndsAfter(3);
    pollThatEndsAfter(1);
    assertThat(copy("O7").state()).isEqualTo(Replica.State.LINKED);
    poll();

    assertThat(copy("O7").state()).isEqualTo(Replica.State.GONE);
  }

  @Test
  void ids_are_compared_once() {
    deleteWithoutATrace("O7");
    poll();
    long before = depot.calls();

    poll();

    assertThat(depot.calls() - before).isEqualTo(1);
    assertThat(checkpoint().surplus()).isZero();
  }

  @Test
  void a_mass_change_that_was_made_meanwhile_is_stopped() {
    edit(501, 1_100);
    depot.warehouse().expireCursors();

    poll();

    assertThat(store.stops(Depot.ORDERS.type()))
        .singleElement()
        .returns(600, Stop::changed)
        .returns(1_100, Stop::known);
    assertThat(copy("O1100").holds().get("notes")).isNull();
  }

  @Test
  void a_mass_change_is_stopped_though_the_read_of_it_is_broken_off_and_goes_on() {
    edit(501, 1_100);
    depot.warehouse().expireCursors();

    pollThatEndsAfter(1);
    poll();

    assertThat(store.stops(Depot.ORDERS.type())).singleElement().returns(600, Stop::changed);
    assertThat(copy("O1100").holds().get("notes")).isNull();
  }

  @Test
  void what_was_stopped_before_stays_stopped() {
    edit(501, 1_100);
    poll();
    assertThat(store.stops(Depot.ORDERS.type())).hasSize(1);
    depot.warehouse().expireCursors();

    poll();

    assertThat(store.stops(Depot.ORDERS.type())).singleElement().returns(600, Stop::changed);
    assertThat(copy("O1100").holds().get("notes")).isNull();
  }

  @Test
  void the_type_counts_as_read_once_all_the_while() {
    depot.warehouse().expireCursors();

    pollThatEndsAfter(1);

    assertThat(pull().everythingReadOnce()).isTrue();
  }
}
