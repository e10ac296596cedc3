package io.partnerhub.sync;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static io.partnerhub.sync.Family.ORDER;
import static io.partnerhub.sync.Family.PARTNER;
import static io.partnerhub.sync.Family.order;
import static io.partnerhub.sync.Family.partner;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A parent's key is edited to one that another parent has: nobody's children change parents. */
class RenamedOntoAnotherTest {

  private final Family family = new Family();
  private final FakeSystem partners = family.partnersIn(SALESFORCE);
  private final FakeSystem trackedPartners = family.partnersIn(SMARTSHEET);
  private final FakeSystem orders = family.ordersIn(SALESFORCE);
  private final FakeSystem trackedOrders = family.ordersIn(SMARTSHEET);
  private final FakeSystem fulfilled = family.ordersIn(FULFILLMENT);

  @BeforeEach
  void twoOrdersOfAlfkiAndOneOfBonap() {
    trackedPartners.create(partner("ALFKI"));
    trackedPartners.create(partner("BONAP"));
    family.rest();
    trackedOrders.create(order("O1", "ALFKI"));
    trackedOrders.create(order("O2", "ALFKI"));
    trackedOrders.create(order("O3", "BONAP"));
    family.rest();
    family.pass(30);
  }

  private void alfkiBecomes(String key) {
    trackedPartners.edit("smartsheet1", "key", key);
    family.rest();
  }

  private void bonapBecomes(String key) {
    trackedPartners.edit("smartsheet2", "key", key);
    family.rest();
  }

  /** In every system: of the first two orders, and of the third. */
  private void assertPartners(String ofTwo, String ofThird) {
    for (FakeSystem system : List.of(orders, trackedOrders, fulfilled)) {
      assertThat(system.liveIds()).hasSize(3);
      for (String id : system.liveIds()) {
        String partner = system.get(id, "key").equals("O3") ? ofThird : ofTwo;
        assertThat(system.shows(id, "partner")).as(id).isEqualTo(partner);
      }
    }
  }

  private int ordersWritten() {
    return orders.written() + trackedOrders.written() + fulfilled.written();
  }

  @Test
  void orders_stay_while_their_partner_has_anothers_key_and_when_the_typo_is_mended() {
    int before = ordersWritten();

    alfkiBecomes("BONAP");
    assertPartners("ALFKI", "BONAP");

    alfkiBecomes("ALFKI");
    assertPartners("ALFKI", "BONAP");
    assertThat(ordersWritten()).isEqualTo(before);
    assertThat(family.waiting()).isEmpty();
  }

  @Test
  void orders_go_from_the_key_that_was_their_partners_alone_to_the_next_that_is() {
    alfkiBecomes("BONAP");
    alfkiBecomes("ALFRE");

    assertPartners("ALFRE", "BONAP");
    assertThat(family.waiting()).isEmpty();
  }

  @Test
  void when_the_one_who_had_the_key_moves_away_each_partners_orders_follow_it() {
    alfkiBecomes("BONAP");
    bonapBecomes("BONRE");

    assertPartners("BONAP", "BONRE");
    assertThat(family.waiting()).isEmpty();
  }

  @Test
  void both_move_away_in_one_read() {
    alfkiBecomes("BONAP");
    trackedPartners.edit("smartsheet1", "key", "ALFRE");
    bonapBecomes("BONRE");

    assertPartners("ALFRE", "BONRE");
  }

  @Test
  void a_typo_of_a_moment_moves_nothing_either() {
    trackedPartners.edit("smartsheet1", "key", "BONAP");
    family.pollOnly(PARTNER, SMARTSHEET);
    family.pass(30);
    trackedPartners.edit("smartsheet1", "key", "ALFKI");
    family.pollOnly(PARTNER, SMARTSHEET);
    family.rest();

    assertPartners("ALFKI", "BONAP");
  }

  @Test
  void what_else_is_edited_of_orders_is_written_while_a_rename_waits() {
    alfkiBecomes("BONAP");

    trackedOrders.edit("smartsheet1", "name", "n1");
    trackedOrders.edit("smartsheet3", "name", "n3");
    family.rest();

    assertThat(fulfilled.liveWith("name", "n1")).hasSize(1);
    assertThat(orders.liveWith("name", "n3")).hasSize(1);
  }

  @Test
  void a_rename_that_waits_holds_up_no_other() {
    alfkiBecomes("BONAP");
    trackedPartners.create(partner("CHOPS"));
    trackedOrders.create(order("O4", "CHOPS"));
    family.rest();

    trackedPartners.edit("smartsheet3", "key", "CHORE");
    family.rest();

    String inSalesforce = orders.liveWith("key", "O4").get(0);
    assertThat(orders.shows(inSalesforce, "partner")).isEqualTo("CHORE");
    assertThat(fulfilled.liveWith("partner", "CHORE")).hasSize(1);
    assertThat(family.escalate(ORDER, FULFILLMENT)).isEmpty();
  }

  @Test
  void a_new_order_under_the_key_of_two_partners_is_the_ones_who_had_it_first() {
    alfkiBecomes("BONAP");
    trackedOrders.create(order("O4", "BONAP"));
    family.rest();

    bonapBecomes("BONRE");

    assertThat(fulfilled.liveWith("partner", "BONRE")).hasSize(2);
    assertThat(fulfilled.liveWith("partner", "BONAP")).hasSize(2);
  }
}
