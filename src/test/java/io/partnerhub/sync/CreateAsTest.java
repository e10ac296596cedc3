package io.partnerhub.sync;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.sync.FakeSystem.Fault;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A system wants new records to begin in one status: the agreed one follows. */
class CreateAsTest {

  private final Family family = new Family();
  private final FakeSystem orders = family.ordersIn(SALESFORCE);
  private final FakeSystem tracked = family.ordersIn(SMARTSHEET);

  @Test
  void the_agreed_status_follows_the_one_that_the_record_was_made_with() {
    tracked.create(Map.of("key", "O1", "status", "Ready"));

    family.rest();

    assertThat(orders.shown("salesforce1", "status")).containsExactly("Draft", "Ready");
    assertThat(tracked.shown("smartsheet1", "status")).containsExactly("Ready");
    assertThat(family.ordersIn(FULFILLMENT).shown("fulfillment1", "status"))
        .containsExactly("Ready");
  }

  @Test
  void a_lost_answer_to_the_add_changes_nothing_of_that() {
    tracked.create(Map.of("key", "O1", "status", "Ready"));
    orders.nextWrite(Fault.EFFECT_NO_ANSWER);

    family.rest();

    assertThat(orders.liveIds()).hasSize(1);
    assertThat(orders.get("salesforce1", "status")).isEqualTo("Ready");
    assertThat(tracked.get("smartsheet1", "status")).isEqualTo("Ready");
  }

  @Test
  void an_edit_there_before_the_status_followed_is_not_overwritten() {
    tracked.create(Map.of("key", "O1", "status", "Ready"));
    family.poll();
    family.push(Family.ORDER, SALESFORCE);
    family.pass(30);
    orders.edit("salesforce1", "status", "Cancelled");

    family.rest();

    assertThat(orders.shown("salesforce1", "status")).containsExactly("Draft", "Cancelled");
    assertThat(family.waiting()).anyMatch(line -> line.startsWith("HELD order in salesforce"));
  }
}
