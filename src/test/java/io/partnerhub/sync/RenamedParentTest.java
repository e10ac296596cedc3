package io.partnerhub.sync;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static io.partnerhub.sync.Family.ORDER;
import static io.partnerhub.sync.Family.order;
import static io.partnerhub.sync.Family.partner;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A parent's key is edited: its children still belong to it, in every system. */
class RenamedParentTest {

  private final Family family = new Family();
  private final FakeSystem partners = family.partnersIn(SALESFORCE);
  private final FakeSystem trackedPartners = family.partnersIn(SMARTSHEET);
  private final FakeSystem orders = family.ordersIn(SALESFORCE);
  private final FakeSystem trackedOrders = family.ordersIn(SMARTSHEET);
  private final FakeSystem fulfilled = family.ordersIn(FULFILLMENT);

  @BeforeEach
  void twoOrdersOfOnePartner() {
    partners.create(partner("ALFKI"));
    trackedOrders.create(order("O1", "ALFKI"));
    trackedOrders.create(order("O2", "ALFKI"));
    family.rest();
    family.pass(30);
  }

  private void assertAllReferTo(String key) {
    for (FakeSystem system : new FakeSystem[] {orders, trackedOrders, fulfilled}) {
      assertThat(system.liveIds()).hasSize(2);
      assertThat(system.liveIds())
          .allSatisfy(id -> assertThat(system.shows(id, "partner")).isEqualTo(key));
    }
  }

  @Test
  void texts_are_rewritten_and_lookups_follow_without_a_write() {
    int before = orders.written();
    partners.edit("salesforce1", "key", "ALFRE");

    family.rest();

    assertAllReferTo("ALFRE");
    assertThat(orders.written()).isEqualTo(before);
    assertThat(family.waiting()).isEmpty();
  }

  @Test
  void a_rename_in_the_tracker_reaches_the_parent_before_the_children() {
    trackedPartners.edit("smartsheet1", "key", "ALFRE");

    family.rest();

    assertThat(partners.get("salesforce1", "key")).isEqualTo("ALFRE");
    assertAllReferTo("ALFRE");
    assertThat(family.waiting()).isEmpty();
  }

  @Test
  void children_read_before_their_parent_say_the_same() {
    partners.edit("salesforce1", "key", "ALFRE");
    orders.edit("salesforce1", "name", "n1");
    family.pollOnly(ORDER, SALESFORCE);

    family.rest();

    assertAllReferTo("ALFRE");
    assertThat(family.waiting()).isEmpty();
  }

  @Test
  void two_renames_are_followed_in_their_order() {
    partners.edit("salesforce1", "key", "ALFRE");
    family.pollOnly(Family.PARTNER, SALESFORCE);
    family.pass(30);
    partners.edit("salesforce1", "key", "FUTTE");
    family.pollOnly(Family.PARTNER, SALESFORCE);

    family.rest();

    assertAllReferTo("FUTTE");
  }

  @Test
  void a_child_that_names_the_old_key_afterwards_waits_and_is_not_guessed_at() {
    partners.edit("salesforce1", "key", "ALFRE");
    family.rest();
    trackedOrders.create(order("O3", "ALFKI"));

    family.rest();

    assertThat(orders.liveIds()).hasSize(2);
    assertThat(family.waiting())
        .containsExactly(
            "WAITING order in salesforce: waits for partner ALFKI, which no system has");
  }
}
