package io.partnerhub.sandbox;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static io.partnerhub.sandbox.People.code;
import static io.partnerhub.sandbox.Trio.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.sandbox.fulfillment.Resource;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order waits for its partner, and one system that is down is waited for by itself alone. */
class WaitingOrdersIT {

  @TempDir private static Path dir;
  private static Trio trio;

  @BeforeAll
  static void start() {
    trio = new Trio(dir).fill().start();
  }

  @AfterEach
  void everything_converges_in_the_end() {
    assertThat(trio.server(FULFILLMENT).faults().rules()).isEmpty();
    trio.allInStep();
  }

  @AfterAll
  static void stop() {
    trio.close();
  }

  @Test
  void an_order_typed_before_its_partner_waits_with_that_reason_and_goes_by_itself() {
    trio.orders()
        .tracker()
        .add(
            Map.of(
                "Order",
                "40001",
                "Partner",
                "LATE",
                "Status",
                "Ready",
                "Ordered on",
                "2026-03-01"));

    eventually(
        () ->
            assertThat(trio.reasons(trio.orders(), "40001"))
                .contains("salesforce WAITING: waits for partner LATE, which no system has"));
    assertThat(trio.orders().salesforce().find("40001")).isEmpty();

    trio.rig().org().create("Account", Map.of("Partner_Code__c", "LATE", "Name", "Late & Sons"));

    trio.eventuallyAgreed(trio.orders(), "40001", "partner", "LATE");
    trio.eventuallyAgreed(trio.orders(), "40001", "status", "Ready");
    trio.eventuallyAgreed(trio.partners(), "LATE", "openOrders", "1");
  }

  @Test
  void a_unit_of_an_order_that_only_fulfillment_has_waits_until_both_are_known() {
    trio.warehouse()
        .seed(
            Resource.ORDERS,
            List.of(
                Map.of(
                    "orderNumber", "40002",
                    "partnerCode", code(2),
                    "status", "accepted",
                    "orderedOn", "2026-03-02")));
    trio.warehouse().advance("40002", "shipped");

    trio.eventuallyAgreed(trio.orders(), "40002", "status", "Shipped");
    trio.eventuallyAgreed(trio.activations(), "40002-1", "status", "Shipped");
    trio.eventuallyAgreed(trio.activations(), "40002-1", "partner", code(2));
  }

  @Test
  void while_fulfillment_is_down_the_others_go_on_for_all_types() {
    String order = Trio.number(3);
    String unit = Trio.number(4) + "-A";
    trio.fail(
        FULFILLMENT,
        FaultRule.once("", "", new Fault.Failure(503, "unavailable", "Down")).times(2));
    eventually(() -> assertThat(trio.fault(FULFILLMENT).orElse("")).contains("503"));

    trio.orders().edit(SALESFORCE, order, "city", "York");
    trio.activations().edit(SMARTSHEET, unit, "notes", "Third floor");
    trio.partners().edit(SMARTSHEET, code(3), "contact", "Kim");

    eventually(() -> assertThat(trio.orders().inTracker(order, "city")).isEqualTo("York"));
    eventually(
        () -> assertThat(trio.activations().inSalesforce(unit, "notes")).isEqualTo("Third floor"));
    trio.eventuallyAgreed(trio.partners(), code(3), "contact", "Kim");
    assertThat(trio.fault(SALESFORCE)).isEmpty();
    assertThat(trio.fault(SMARTSHEET)).isEmpty();

    trio.eventuallyAgreed(trio.orders(), order, "city", "York");
    trio.eventuallyAgreed(trio.activations(), unit, "notes", "Third floor");
    assertThat(trio.fault(FULFILLMENT)).isEmpty();
  }

  @Test
  void a_page_of_a_gateway_is_no_answer_of_fulfillment() {
    String order = Trio.number(6);
    trio.fail(FULFILLMENT, FaultRule.once("PATCH", "/orders/", new Fault.Html()));

    trio.orders().edit(SALESFORCE, order, "city", "Hull");
    eventually(() -> assertThat(trio.server(FULFILLMENT).faults().rules()).isEmpty());

    trio.eventuallyAgreed(trio.orders(), order, "city", "Hull");
  }

  @Test
  void a_pause_that_fulfillment_asks_for_is_kept() {
    String order = Trio.number(9);
    trio.fail(FULFILLMENT, FaultRule.once("", "", new Fault.RateLimit()));

    trio.orders().edit(SALESFORCE, order, "city", "Bath");
    eventually(() -> assertThat(trio.server(FULFILLMENT).faults().rules()).isEmpty());

    trio.eventuallyAgreed(trio.orders(), order, "city", "Bath");
  }
}
