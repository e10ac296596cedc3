package io.partnerhub.sync;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static io.partnerhub.sync.Family.ORDER;
import static io.partnerhub.sync.Family.PARTNER;
import static io.partnerhub.sync.Family.order;
import static io.partnerhub.sync.Family.partner;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.sync.store.Batch;
import io.partnerhub.sync.store.Parent;
import io.partnerhub.sync.write.Push;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The named histories of a child and its parent. */
class WaitingTest {

  private final Family family = new Family();
  private final FakeSystem partners = family.partnersIn(SALESFORCE);
  private final FakeSystem trackedPartners = family.partnersIn(SMARTSHEET);
  private final FakeSystem orders = family.ordersIn(SALESFORCE);
  private final FakeSystem trackedOrders = family.ordersIn(SMARTSHEET);
  private final FakeSystem fulfilled = family.ordersIn(FULFILLMENT);

  @Test
  void a_child_is_not_written_before_its_parent() {
    trackedPartners.create(partner("ALFKI"));
    trackedOrders.create(order("O1", "ALFKI"));
    family.poll();

    family.push(ORDER, SALESFORCE);
    assertThat(orders.liveIds()).isEmpty();
    assertThat(family.waiting())
        .containsExactly(
            "WAITING order in salesforce: waits for partner ALFKI, which is not in salesforce yet");

    family.push(PARTNER, SALESFORCE);
    family.push(ORDER, SALESFORCE);
    assertThat(orders.liveWith("key", "O1")).hasSize(1);
    assertThat(family.waiting()).isEmpty();
  }

  @Test
  void a_parent_that_comes_later_is_followed_by_its_child_without_a_push_from_anyone() {
    trackedOrders.create(order("O1", "ALFKI"));
    family.rest();
    assertThat(orders.liveIds()).isEmpty();

    partners.create(partner("ALFKI"));
    family.rest();

    assertThat(orders.liveWith("key", "O1")).hasSize(1);
    assertThat(family.waiting()).isEmpty();
  }

  @Test
  void a_system_without_the_parents_type_waits_for_nothing() {
    trackedOrders.create(order("O1", "ALFKI"));

    family.rest();

    assertThat(fulfilled.liveWith("partner", "ALFKI")).hasSize(1);
    assertThat(family.waiting())
        .containsExactly(
            "WAITING order in salesforce: waits for partner ALFKI, which no system has");
  }

  @Test
  void a_parent_that_never_comes_is_told_once_and_the_child_still_goes_when_it_does() {
    trackedOrders.create(order("O1", "ALFKI"));
    trackedOrders.create(order("O2", "ALFKI"));
    family.rest();
    assertThat(family.escalate(ORDER, SALESFORCE)).isEmpty();
    family.clock.advance(Family.PATIENCE);

    assertThat(family.escalate(ORDER, SALESFORCE))
        .isEqualTo(Map.of(new Parent(PARTNER, "ALFKI"), 2));
    assertThat(family.escalate(ORDER, SALESFORCE)).isEmpty();
    assertThat(family.waiting())
        .hasSize(2)
        .allMatch(
            "FAILING order in salesforce: waits for partner ALFKI, which no system has"::equals);

    partners.create(partner("ALFKI"));
    family.rest();
    assertThat(orders.liveIds()).hasSize(2);
    assertThat(family.waiting()).isEmpty();
  }

  @Test
  void a_look_for_parents_that_do_not_come_holds_up_nobody_while_all_are_waited_for() {
    trackedOrders.create(order("O1", "ALFKI"));
    family.rest();
    long before = family.store.tick();

    family.escalate(ORDER, SALESFORCE);

    // each transaction that has the type for itself begins with a tick
    assertThat(family.store.tick()).isEqualTo(before + 1);
  }

  @Test
  void a_parent_that_is_about_to_be_written_is_not_told_as_missing() {
    trackedPartners.create(partner("ALFKI"));
    trackedOrders.create(order("O1", "ALFKI"));
    family.poll();
    family.clock.advance(Family.PATIENCE);

    assertThat(family.escalate(ORDER, SALESFORCE)).isEmpty();

    family.push(PARTNER, SALESFORCE);
    family.push(ORDER, SALESFORCE);
    assertThat(orders.liveWith("key", "O1")).hasSize(1);
  }

  @Test
  void the_wait_is_counted_from_when_the_write_became_due() {
    trackedOrders.create(order("O1", "ALFKI"));
    family.poll();
    java.time.Instant due = family.clock.instant();
    family.pass(600);
    trackedOrders.edit("smartsheet1", "name", "n1");
    family.poll();

    assertThat(family.figures.reasons(1).get(0).since())
        .isBetween(due.minus(Duration.ofSeconds(30)), due);
  }

  @Test
  void what_else_changed_of_a_child_goes_while_its_new_parent_is_missing() {
    partners.create(partner("ALFKI"));
    trackedOrders.create(order("O1", "ALFKI"));
    family.rest();
    family.pass(30);
    trackedOrders.edit("smartsheet1", "partner", "ANATR");
    trackedOrders.edit("smartsheet1", "name", "n1");

    family.rest();

    assertThat(orders.get("salesforce1", "name")).isEqualTo("n1");
    assertThat(orders.get("salesforce1", "partner")).isEqualTo("ALFKI");
    assertThat(fulfilled.liveWith("partner", "ANATR")).hasSize(1);
    assertThat(family.waiting()).hasSize(1);

    partners.create(partner("ANATR"));
    family.rest();
    assertThat(orders.get("salesforce1", "partner")).isEqualTo("ANATR");
  }

  @Test
  void a_parent_that_was_deleted_is_waited_for_with_that_reason() {
    String parent = partners.create(partner("ALFKI"));
    family.rest();
    family.pass(30);
    partners.delete(parent);
    trackedOrders.create(order("O1", "ALFKI"));

    family.rest();

    assertThat(orders.liveIds()).isEmpty();
    assertThat(family.waiting())
        .containsExactly(
            "WAITING order in salesforce: waits for partner ALFKI, which was deleted in salesforce");
  }

  @Test
  void a_parent_that_goes_between_claim_and_call_is_not_written_to() {
    String parent = partners.create(partner("ALFKI"));
    trackedOrders.create(order("O1", "ALFKI"));
    family.poll();
    Push push = family.pusher(ORDER, SALESFORCE);
    Batch batch = push.claim().orElseThrow();
    family.pass(30);
    partners.delete(parent);
    family.poll();

    assertThat(push.storeIntent(push.readFirst(batch)).attempts()).isEmpty();
  }
}
