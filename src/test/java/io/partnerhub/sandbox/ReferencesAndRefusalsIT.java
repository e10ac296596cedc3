package io.partnerhub.sandbox;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static io.partnerhub.sandbox.People.code;
import static io.partnerhub.sandbox.Trio.eventually;
import static io.partnerhub.sandbox.Trio.number;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.partnerhub.sandbox.demo.world.Copy;
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

/** Records that refer to others, when those are renamed, exchanged, late or gone; and refusals. */
class ReferencesAndRefusalsIT {

  @TempDir private static Path dir;
  private static Trio trio;

  @BeforeAll
  static void start() {
    trio = new Trio(dir);
    trio.rig().set("SMARTSHEET_SWEEP", "500ms").set("HUB_PARENT_PATIENCE", "2s");
    trio.fill().start();
  }

  @AfterEach
  void quiet() throws Exception {
    trio.quiet();
  }

  @AfterAll
  static void stop() {
    trio.close();
  }

  @Test
  void a_renamed_partner_keeps_its_orders_units_and_totals() {
    String partner = code(1);
    String open = trio.partners().value(SALESFORCE, partner, "openOrders");

    trio.partners().edit(SALESFORCE, partner, "code", "RENAMED");

    trio.eventuallyAgreed(trio.partners(), "RENAMED", "openOrders", open);
    trio.eventuallyAgreed(trio.orders(), number(10), "partner", "RENAMED");
    trio.eventuallyAgreed(trio.orders(), number(20), "partner", "RENAMED");
    trio.eventuallyAgreed(trio.activations(), number(10) + "-A", "partner", "RENAMED");
    assertThat(trio.partners().tracker().find(partner)).isEmpty();
  }

  @Test
  void a_renamed_order_keeps_its_units() {
    trio.orders().edit(SALESFORCE, number(1), "number", "RN-1");

    trio.eventuallyAgreed(trio.orders(), "RN-1", "city", "Leeds");
    trio.eventuallyAgreed(trio.activations(), number(1) + "-A", "order", "RN-1");
    assertThat(trio.orders().fulfillment().find(number(1))).isEmpty();
    assertThat(trio.orders().tracker().find(number(1))).isEmpty();
  }

  @Test
  void an_order_that_changes_hands_moves_the_totals_of_both_partners() {
    String order = number(2);
    String from = Trio.partnerOf(2);
    int before = Integer.parseInt(trio.partners().value(SALESFORCE, from, "openOrders"));
    int there = Integer.parseInt(trio.partners().value(SALESFORCE, code(9), "openOrders"));

    trio.rig().org().edit("Order", order, Map.of("Account", Map.of("Partner_Code__c", code(9))));

    trio.eventuallyAgreed(trio.orders(), order, "partner", code(9));
    trio.eventuallyAgreed(trio.partners(), from, "openOrders", Integer.toString(before - 1));
    trio.eventuallyAgreed(trio.partners(), code(9), "openOrders", Integer.toString(there + 1));
  }

  @Test
  void a_partner_that_never_comes_is_a_failure_and_still_mends_itself() {
    LogLines log = LogLines.of("io.partnerhub.step", Level.WARN);
    trio.orders()
        .tracker()
        .add(
            Map.of(
                "Order",
                "70001",
                "Partner",
                "NEVER",
                "Status",
                "Ready",
                "Ordered on",
                "2026-03-01"));

    eventually(
        () ->
            assertThat(trio.reasons(trio.orders(), "70001"))
                .anySatisfy(r -> assertThat(r).startsWith("salesforce FAILING").contains("NEVER")));

    eventually(
        () ->
            assertThat(log.lines())
                .anySatisfy(
                    l -> assertThat(l).contains("1 records wait for too long for partner NEVER")));
    log.close();

    trio.partners().tracker().add(Map.of("Code", "NEVER", "Company", "Never Say Never"));

    trio.eventuallyAgreed(trio.partners(), "NEVER", "name", "Never Say Never");
    trio.eventuallyAgreed(trio.orders(), "70001", "partner", "NEVER");
  }

  @Test
  void an_order_that_fulfillment_refuses_waits_alone_with_its_reason() {
    trio.warehouse().refuse(number(6), "/shipTo/city", "Not served", 1000);
    trio.orders().edit(SALESFORCE, number(6), "city", "Atlantis");
    trio.orders().edit(SALESFORCE, number(7), "city", "Derby");

    trio.eventuallyAgreed(trio.orders(), number(7), "city", "Derby");
    eventually(
        () ->
            assertThat(trio.reasons(trio.orders(), number(6)))
                .anySatisfy(
                    r -> assertThat(r).startsWith("fulfillment FAILING").contains("Not served")));
    eventually(() -> assertThat(trio.orders().inTracker(number(6), "city")).isEqualTo("Atlantis"));

    trio.warehouse().clearRefusals();
    trio.replay(number(6));
    trio.eventuallyAgreed(trio.orders(), number(6), "city", "Atlantis");
  }

  @Test
  void news_about_a_held_status_waits_for_the_choice() {
    String order = number(5);
    trio.warehouse().advance(order, "shipped");
    trio.eventuallyAgreed(trio.orders(), order, "status", "Shipped");
    trio.orders().edit(SALESFORCE, order, "status", "Cancelled");
    eventually(() -> assertThat(trio.held(trio.orders())).isNotEmpty());

    trio.warehouse().advance(order, "delivered");
    trio.orders().edit(SALESFORCE, order, "city", "Crewe");
    trio.eventuallyAgreed(trio.orders(), order, "city", "Crewe");
    trio.eventuallyAgreed(
        trio.orders(),
        order,
        "deliveredOn",
        trio.orders().value(FULFILLMENT, order, "deliveredOn"));

    trio.choose(trio.orders(), order, "status", "=Delivered", "signed for");

    trio.eventuallyAgreed(trio.orders(), order, "status", "Delivered");
  }

  @Test
  void cursors_that_expired_are_read_from_the_start() {
    trio.warehouse().expireCursors();
    trio.warehouse().advance(number(8), "shipped");

    trio.eventuallyAgreed(trio.orders(), number(8), "status", "Shipped");
    trio.eventuallyAgreed(trio.activations(), number(8) + "-A", "status", "Shipped");
  }

  @Test
  void an_order_edited_while_its_create_was_lost_is_one_with_the_new_values() {
    trio.fail(FULFILLMENT, FaultRule.once("POST", "/orders", new Fault.CutAfter()));
    trio.orders().salesforce().add(Trio.order("70002", code(4), "Ready"));
    eventually(() -> assertThat(trio.server(FULFILLMENT).faults().rules()).isEmpty());
    trio.orders().edit(SALESFORCE, "70002", "city", "Truro");
    trio.warehouse().edit(Resource.ORDERS, "70002", Map.of("notes", "Fragile"));

    trio.eventuallyAgreed(trio.orders(), "70002", "city", "Truro");
    trio.eventuallyAgreed(trio.orders(), "70002", "notes", "Fragile");
    assertThat(trio.orders().fulfillment().all())
        .filteredOn(c -> c.key().equals("70002"))
        .hasSize(1);
  }

  @Test
  void a_unit_suspended_and_activated_again_follows_its_last_news() {
    String unit = number(12) + "-A";
    for (String status : List.of("provisioned", "shipped", "delivered", "activated")) {
      trio.activations().edit(FULFILLMENT, unit, "status", status);
    }
    trio.eventuallyAgreed(trio.activations(), unit, "status", "Activated");
    trio.activations().edit(SMARTSHEET, unit, "status", "on hold");
    trio.eventuallyAgreed(trio.activations(), unit, "status", "Suspended");
    trio.activations().edit(SALESFORCE, unit, "status", "Activated");
    trio.eventuallyAgreed(trio.activations(), unit, "status", "Activated");
  }

  @Test
  void an_order_deleted_and_undeleted_in_salesforce_is_linked_again() {
    String order = number(14);
    Copy before = trio.orders().salesforce().find(order).orElseThrow();
    trio.orders().salesforce().delete(order);
    eventually(() -> assertThat(trio.orders().inTracker(order, "status")).isEqualTo("Cancelled"));
    eventually(
        () -> assertThat(trio.orders().inFulfillment(order, "status")).isEqualTo("cancelled"));

    trio.rig().org().undelete("Order", before.id());
    trio.orders().edit(SALESFORCE, order, "city", "Poole");

    trio.eventuallyAgreed(trio.orders(), order, "city", "Poole");
    trio.eventuallyAgreed(trio.orders(), order, "status", "Cancelled");
  }

  @Test
  void a_hub_that_starts_again_goes_on_where_it_was() {
    trio.rig().stop();
    trio.warehouse().advance(number(17), "shipped");
    trio.orders().edit(SALESFORCE, number(18), "city", "Wells");
    trio.activations().edit(SMARTSHEET, number(18) + "-A", "notes", "Meanwhile");

    trio.rig().start();

    trio.eventuallyAgreed(trio.orders(), number(17), "status", "Shipped");
    trio.eventuallyAgreed(trio.orders(), number(18), "city", "Wells");
    trio.eventuallyAgreed(trio.activations(), number(18) + "-A", "notes", "Meanwhile");
  }
}
