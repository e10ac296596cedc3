package io.partnerhub.sandbox;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static io.partnerhub.sandbox.Trio.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.demo.world.Copy;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * An order's way from Salesforce through fulfillment to a unit in use, and what follows from it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OrderToActivationIT {

  private static final int CYCLES = 5;

  @TempDir private static Path dir;
  private static Trio trio;

  @BeforeAll
  static void start() {
    trio = new Trio(dir).fill().start();
  }

  @AfterAll
  static void stop() {
    trio.close();
  }

  @Test
  @Order(1)
  void everything_is_once_in_every_system() {
    assertThat(trio.orders().fulfillment().all()).hasSize(Trio.ORDERS);
    assertThat(trio.orders().tracker().all()).hasSize(Trio.ORDERS);
    assertThat(trio.activations().fulfillment().all()).hasSize(Trio.ACTIVATIONS);
    assertThat(trio.partners().tracker().all()).hasSize(Trio.PARTNERS);
  }

  @Test
  @Order(2)
  void a_new_order_is_created_once_though_the_answer_was_cut_before_and_after_the_effect() {
    trio.fail(FULFILLMENT, FaultRule.once("POST", "/orders", new Fault.CutBefore()));
    trio.fail(FULFILLMENT, FaultRule.once("POST", "/orders", new Fault.CutAfter()));

    trio.orders().salesforce().add(Trio.order("30001", Trio.partnerOf(1), "Ready"));
    eventually(() -> assertThat(trio.server(FULFILLMENT).faults().rules()).isEmpty());

    trio.eventuallyAgreed(trio.orders(), "30001", "status", "Ready");
    trio.allInStep();
    assertThat(trio.orders().fulfillment().all())
        .filteredOn(copy -> copy.key().equals("30001"))
        .hasSize(1);
  }

  @Test
  @Order(3)
  void its_steps_in_fulfillment_show_everywhere_and_in_its_partner() {
    String partner = Trio.partnerOf(1);
    int open = Integer.parseInt(trio.partners().value(SALESFORCE, partner, "openOrders"));

    trio.warehouse().advance("30001", "accepted");
    trio.eventuallyAgreed(trio.orders(), "30001", "status", "Accepted");
    trio.warehouse().advance("30001", "shipped");
    trio.eventuallyAgreed(trio.orders(), "30001", "status", "Shipped");
    Copy shipped = trio.orders().fulfillment().find("30001").orElseThrow();
    for (String field : List.of("carrier", "trackingNumber", "shippedOn")) {
      assertThat(shipped.values().get(field)).isNotEmpty();
      trio.eventuallyAgreed(trio.orders(), "30001", field, shipped.values().get(field));
    }
    trio.eventuallyAgreed(trio.activations(), "30001-1", "status", "Shipped");
    trio.warehouse().advance("30001", "delivered");
    trio.eventuallyAgreed(trio.orders(), "30001", "status", "Delivered");
    trio.eventuallyAgreed(trio.partners(), partner, "openOrders", Integer.toString(open - 1));
  }

  @Test
  @Order(4)
  void an_activated_unit_shows_in_the_status_of_its_partner() {
    String partner = Trio.partnerOf(1);
    trio.eventuallyAgreed(trio.partners(), partner, "activationStatus", "None");

    trio.warehouse().activate("30001-1");

    trio.eventuallyAgreed(trio.activations(), "30001-1", "status", "Activated");
    trio.eventuallyAgreed(trio.partners(), partner, "unitsActivated", "1");
    trio.eventuallyAgreed(trio.partners(), partner, "activationStatus", "Partial");
    Copy unit = trio.activations().fulfillment().find("30001-1").orElseThrow();
    trio.eventuallyAgreed(
        trio.partners(), partner, "lastActivation", unit.values().get("activatedOn"));
  }

  @Test
  @Order(5)
  void a_blocker_typed_in_the_tracker_shows_in_its_partner_until_the_unit_is_activated() {
    String unit = Trio.number(1) + "-A";
    String partner = Trio.partnerOf(1);
    trio.activations().edit(SMARTSHEET, unit, "blockedOn", "2026-02-03");
    trio.activations().edit(SMARTSHEET, unit, "blocker", "No network");

    trio.eventuallyAgreed(trio.activations(), unit, "blocker", "No network");
    trio.eventuallyAgreed(trio.partners(), partner, "oldestOpenBlocker", "2026-02-03");
    for (String status : List.of("provisioned", "shipped", "delivered")) {
      trio.activations().edit(FULFILLMENT, unit, "status", status);
    }
    trio.warehouse().activate(unit);

    trio.eventuallyAgreed(trio.activations(), unit, "status", "Activated");
    trio.eventuallyAgreed(trio.partners(), partner, "oldestOpenBlocker", null);
    trio.eventuallyAgreed(trio.partners(), partner, "unitsActivated", "2");
  }

  @Test
  @Order(6)
  void a_total_typed_over_by_somebody_is_put_back() {
    String partner = Trio.partnerOf(1);

    trio.partners().edit(SALESFORCE, partner, "unitsActivated", 77);
    trio.partners().edit(SMARTSHEET, partner, "openOrders", "99");

    trio.eventuallyAgreed(trio.partners(), partner, "unitsActivated", "2");
    trio.allInStep();
  }

  @Test
  @Order(7)
  void a_quiet_world_is_not_written_and_a_poll_costs_at_most_two_calls() throws Exception {
    trio.allInStep();
    trio.quiet();
    eventually(OrderToActivationIT::onlyPolls);

    trio.cycles(CYCLES);

    onlyPolls();
  }

  /** One call shows the news of all types, in fulfillment one of each type that it has. */
  private static void onlyPolls() {
    Map<String, Long> calls = new TreeMap<>();
    for (SystemName system : trio.systems().names()) {
      calls.putAll(trio.server(system).counters().snapshot().byCall());
      trio.server(system).counters().reset();
    }
    assertThat(calls)
        .containsOnlyKeys("POST composite", "GET /sheets", "GET /orders", "GET /activations");
  }
}
